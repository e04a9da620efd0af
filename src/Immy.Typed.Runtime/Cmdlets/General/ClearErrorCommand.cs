using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Empties <c>$Error</c>.</summary>
/// <example>
/// <code>
/// Write-Error 'Not found' -ErrorAction SilentlyContinue
/// Clear-Error
/// $Error.Count
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Clear, "Error")]
public sealed class ClearErrorCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => (SessionState.PSVariable.GetValue("Error") as ArrayList)?.Clear();
}
