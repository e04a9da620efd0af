using System.Composition;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>Gives a method its token as the last parameter, with its documentation where the others have one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCancellationToken)), Shared]
public sealed class AddCancellationToken() : Mend("IMMY011")
{
    private const string Name = "cancellationToken";

    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        if (place.Find<MethodDeclarationSyntax>(diagnostic) is not { } method)
        {
            yield break;
        }

        var present = method.ParameterList.Parameters.FirstOrDefault(parameter => IsToken(place, parameter));
        var changes = present is null ? Added(place, method) : Moved(place, method, present);
        yield return Change(place, present is null ? "Add a CancellationToken" : "Put the CancellationToken last", nameof(AddCancellationToken), changes);
    }

    private static IEnumerable<TextChange> Added(Place place, MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        var optional = parameters.Any(static parameter => parameter.Default is not null);
        return Edits.Using(place.Model, place.Root, place.Text, method.SpanStart, "System.Threading", "CancellationToken")
            .Concat(Documented(place, method))
            .Append(Inserted(place, method.ParameterList, [.. parameters], $"CancellationToken {Name}{(optional ? " = default" : "")}"));
    }

    private static IEnumerable<TextChange> Moved(Place place, MethodDeclarationSyntax method, ParameterSyntax token)
    {
        var parameters = method.ParameterList.Parameters;
        var next = parameters[parameters.IndexOf(token) + 1];
        var others = parameters.Where(parameter => parameter != token).ToArray();
        var optional = token.Default is null && others.Any(static parameter => parameter.Default is not null);
        yield return new(TextSpan.FromBounds(token.SpanStart, next.SpanStart), "");
        yield return Inserted(place, method.ParameterList, others, token + (optional ? " = default" : ""));
    }

    /// <summary>The parameter after the others: on a line of its own where they are, and before <c>params</c>.</summary>
    private static TextChange Inserted(Place place, ParameterListSyntax list, ParameterSyntax[] others, string parameter)
    {
        if (others.Length == 0)
        {
            return new(new(list.OpenParenToken.Span.End, 0), parameter);
        }

        var last = others[others.Length - 1];
        var space = Edits.StartsLine(place.Text, last.SpanStart) ? Edits.NewLine(place.Text) + Edits.Indentation(place.Text, last.SpanStart) : " ";
        return last.Modifiers.Any(SyntaxKind.ParamsKeyword)
            ? new(new(last.SpanStart, 0), $"{parameter},{space}")
            : new(new(last.Span.End, 0), $",{space}{parameter}");
    }

    private static IEnumerable<TextChange> Documented(Place place, MethodDeclarationSyntax method)
    {
        var described = method.GetLeadingTrivia()
            .Select(static trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(static comment => comment.Content.OfType<XmlElementSyntax>())
            .LastOrDefault(static element => element.StartTag.Name.LocalName.ValueText == "param");
        if (described is not null)
        {
            var line = Edits.NewLine(place.Text) + Edits.Indentation(place.Text, method.SpanStart);
            yield return new(new(described.Span.End, 0), $"{line}/// <param name=\"{Name}\">Stops the script.</param>");
        }
    }

    private static bool IsToken(Place place, ParameterSyntax parameter)
        => place.Model.GetDeclaredSymbol(parameter) is { } symbol && TypeRules.IsCancellationToken(symbol.Type);
}
