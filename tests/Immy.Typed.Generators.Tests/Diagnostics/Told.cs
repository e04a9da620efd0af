using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>All of a diagnostic that a contributor sees.</summary>
internal sealed record Told(string Id, DiagnosticSeverity Severity, string Message, TextSpan Span)
{
    public static Told From(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Severity,
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        diagnostic.Location.SourceSpan);
}
