using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>Writes a summary from the words of the name, for its author to go on with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSummary)), Shared]
public sealed class AddSummary() : Mend("IMMY012")
{
    private static readonly Regex Words = new("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_", RegexOptions.CultureInvariant);

    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        if (place.Find<MemberDeclarationSyntax>(diagnostic) is not { } declaration)
        {
            yield break;
        }

        var name = place.Text.ToString(diagnostic.Location.SourceSpan);
        var summary = $"<summary>{Sentence(name, declaration is InterfaceDeclarationSyntax)}</summary>";
        yield return Change(place, "Add a summary", nameof(AddSummary), [Written(place, declaration, summary)]);
    }

    private static TextChange Written(Place place, MemberDeclarationSyntax declaration, string summary)
    {
        var line = Edits.NewLine(place.Text) + Edits.Indentation(place.Text, declaration.SpanStart);
        var comment = declaration.GetLeadingTrivia().Select(static trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().LastOrDefault();
        if (comment is null)
        {
            return new(new(declaration.SpanStart, 0), $"/// {summary}{line}");
        }

        var empty = comment.Content.FirstOrDefault(static node => node
            is XmlElementSyntax { StartTag.Name.LocalName.ValueText: "summary" }
            or XmlEmptyElementSyntax { Name.LocalName.ValueText: "summary" });
        var first = comment.Content.First(static node => node is not XmlTextSyntax);
        return empty is not null ? new(empty.Span, summary) : new(new(first.SpanStart, 0), $"{summary}{line}/// ");
    }

    /// <summary>ISupportsListingAgents becomes "Supports listing agents."</summary>
    private static string Sentence(string name, bool isInterface)
    {
        var bare = name.TrimStart('@');
        var stem = isInterface && bare.Length > 1 && bare[0] == 'I' && char.IsUpper(bare[1]) ? bare.Substring(1) : bare;
        var words = Words.Split(stem).Where(static word => word.Length > 0).Select(static (word, index) => Cased(word, index == 0));
        return string.Join(" ", words) + ".";
    }

    private static string Cased(string word, bool isFirst)
    {
        if (isFirst)
        {
            return char.ToUpperInvariant(word[0]) + word.Substring(1);
        }

        return word.Length > 1 && word.All(static letter => !char.IsLower(letter)) ? word : word.ToLowerInvariant();
    }
}
