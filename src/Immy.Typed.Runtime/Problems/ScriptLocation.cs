using System.Globalization;
using System.Management.Automation.Language;

namespace Immy.Typed.Problems;

/// <summary>A place in a script.</summary>
/// <param name="File">The script's file name as it was given, or the module's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record ScriptLocation(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");

    /// <summary>The place where an extent starts; null for an extent that stands in no script of an author's.</summary>
    internal static ScriptLocation? Of(IScriptExtent? extent)
        => extent is null || string.IsNullOrEmpty(extent.File) || extent.StartLineNumber < 1
            ? null
            : new(extent.File, extent.StartLineNumber, extent.StartColumnNumber);
}
