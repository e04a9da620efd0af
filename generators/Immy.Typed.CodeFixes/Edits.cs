using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>Small changes of a source text that leave everything else as its author wrote it.</summary>
internal static class Edits
{
    public static string NewLine(SourceText text) => text.ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>The white space at the start of the line.</summary>
    public static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>Whether only white space stands before the position on its line.</summary>
    public static bool StartsLine(SourceText text, int position)
        => string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position)));

    /// <summary>The using directive that a type of the given simple name needs at a position: none where its name is known there.</summary>
    public static IEnumerable<TextChange> Using(SemanticModel model, CompilationUnitSyntax root, SourceText text, int position, string space, string type)
    {
        if (model.LookupNamespacesAndTypes(position, name: type).Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == space))
        {
            yield break;
        }

        var directive = $"using {space};{NewLine(text)}";
        var plain = root.Usings.Where(static present => present is { Alias: null, StaticKeyword.RawKind: 0, GlobalKeyword.RawKind: 0 }).ToArray();
        var before = (SyntaxNode?)plain.LastOrDefault(present => string.CompareOrdinal(Key(present.Name!.ToString()), Key(space)) < 0)
            ?? root.Externs.LastOrDefault();
        var place = before is not null
            ? text.Lines.GetLineFromPosition(before.Span.End).EndIncludingLineBreak
            : plain.FirstOrDefault()?.SpanStart;
        yield return place is { } found
            ? new(new(found, 0), directive)
            : new(new(Head(root), 0), directive + NewLine(text));
    }

    /// <summary>Where the first declaration begins, its documentation included, and a note at the head of the file not.</summary>
    private static int Head(CompilationUnitSyntax root)
    {
        var first = root.GetFirstToken();
        var documentation = first.LeadingTrivia.Where(static trivia => trivia.GetStructure() is DocumentationCommentTriviaSyntax);
        return documentation.Select(static trivia => trivia.FullSpan.Start).DefaultIfEmpty(first.SpanStart).First();
    }

    /// <summary>Namespaces of the framework stand first.</summary>
    private static string Key(string space) => (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) ? "0" : "1") + space;
}
