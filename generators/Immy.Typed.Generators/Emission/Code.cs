using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Emission;

/// <summary>Values as C# expressions and as XML documentation.</summary>
internal static class Code
{
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\n", " ");
}
