using System.Management.Automation.Language;
using System.Text;

namespace Immy.Typed.Sessions.Records;

/// <summary>
/// Writes the cast <c>[pscustomobject]</c> as one to <see cref="RecordLiteral"/> of exactly the same length, so that
/// every line and column of a message stays the author's.
/// </summary>
internal static class RecordSyntax
{
    /// <summary>The short name of <see cref="RecordLiteral"/>: with <c>[ordered]</c> it is as long as <c>[pscustomobject]</c>.</summary>
    public const string TypeName = "immyr";

    private const string Literal = "[pscustomobject]";
    private const string OfTable = "[immyr][ordered]";
    private const string OfOrdered = "[immyr]         ";

    /// <summary>Parses a script as a session runs it.</summary>
    public static ScriptBlockAst Parse(string script, string file, out ParseError[] errors)
    {
        var rewritten = Rewrite(script);
        return Parser.ParseInput(rewritten, file, out _, out errors);
    }

    /// <summary>The text as a session runs it.</summary>
    public static string Rewrite(string script)
    {
        if (!script.Contains(Literal, StringComparison.OrdinalIgnoreCase))
        {
            return script;
        }

        var text = new StringBuilder(script);
        foreach (var cast in Parser.ParseInput(script, out _, out _).FindAll(IsCast, searchNestedScriptBlocks: true).Cast<ConvertExpressionAst>())
        {
            var start = cast.Type.Extent.StartOffset;
            text.Remove(start, Literal.Length).Insert(start, cast.Child is HashtableAst ? OfTable : OfOrdered);
        }

        return text.ToString();
    }

    /// <summary>The text as its author wrote it, for a script that runs elsewhere.</summary>
    public static string Restore(string script) => script
        .Replace(OfTable, Literal, StringComparison.Ordinal)
        .Replace(OfOrdered, Literal, StringComparison.Ordinal);

    // Left of an assignment it is no cast but the variable's type.
    private static bool IsCast(Ast node) => node is ConvertExpressionAst { Type.Extent.Text.Length: 16 } cast
        && cast.Type.Extent.Text.Equals(Literal, StringComparison.OrdinalIgnoreCase)
        && !(cast.Parent is AssignmentStatementAst assignment && assignment.Left == cast);
}
