using System.Management.Automation.Language;
using System.Text;

namespace Immy.Typed.Sessions.Records;

/// <summary>
/// Writes the cast <c>[pscustomobject]</c> as one to <see cref="RecordLiteral"/>, and <c>[xml]</c> as
/// <see cref="XmlContent"/>, each of exactly the same length, so that every line and column of a message stays the author's.
/// </summary>
internal static class RecordSyntax
{
    /// <summary>The short name of <see cref="RecordLiteral"/>: with <c>[ordered]</c> it is as long as <c>[pscustomobject]</c>.</summary>
    public const string TypeName = "immyr";

    /// <summary>The short name of <see cref="XmlContent"/>, as long as <c>xml</c>.</summary>
    public const string XmlTypeName = "imx";

    private const string Literal = "[pscustomobject]";
    private const string OfTable = "[immyr][ordered]";
    private const string OfOrdered = "[immyr]         ";
    private const string Xml = "[xml]";
    private const string OfXml = $"[{XmlTypeName}]";

    /// <summary>Parses a script as a session runs it.</summary>
    public static ScriptBlockAst Parse(string script, string file, out ParseError[] errors)
    {
        var rewritten = Rewrite(script);
        return Parser.ParseInput(rewritten, file, out _, out errors);
    }

    /// <summary>The text as a session runs it.</summary>
    public static string Rewrite(string script)
    {
        if (!script.Contains(Literal, StringComparison.OrdinalIgnoreCase) && !script.Contains(Xml, StringComparison.OrdinalIgnoreCase))
        {
            return script;
        }

        var text = new StringBuilder(script);
        var ast = Parser.ParseInput(script, out _, out _);
        foreach (var cast in ast.FindAll(IsCast, searchNestedScriptBlocks: true).Cast<ConvertExpressionAst>())
        {
            var start = cast.Type.Extent.StartOffset;
            text.Remove(start, Literal.Length).Insert(start, cast.Child is HashtableAst ? OfTable : OfOrdered);
        }

        foreach (var type in ast.FindAll(IsXml, searchNestedScriptBlocks: true))
        {
            text.Remove(type.Extent.StartOffset, Xml.Length).Insert(type.Extent.StartOffset, OfXml);
        }

        return text.ToString();
    }

    /// <summary>The text as its author wrote it, for a script that runs elsewhere.</summary>
    public static string Restore(string script) => script
        .Replace(OfTable, Literal, StringComparison.Ordinal)
        .Replace(OfOrdered, Literal, StringComparison.Ordinal)
        .Replace(OfXml, Xml, StringComparison.Ordinal);

    // Left of an assignment it is no cast but the variable's type.
    private static bool IsCast(Ast node) => node is ConvertExpressionAst { Type.Extent.Text.Length: 16 } cast
        && cast.Type.Extent.Text.Equals(Literal, StringComparison.OrdinalIgnoreCase)
        && !(cast.Parent is AssignmentStatementAst assignment && assignment.Left == cast);

    // What a command returned is an XmlDocument, and -is must say so.
    private static bool IsXml(Ast node) => node is TypeConstraintAst or TypeExpressionAst
        && node.Extent.Text.Equals(Xml, StringComparison.OrdinalIgnoreCase)
        && node.Parent is not BinaryExpressionAst { Operator: TokenKind.Is or TokenKind.IsNot };
}
