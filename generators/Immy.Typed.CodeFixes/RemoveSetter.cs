using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>Takes the setter from a property that has a getter too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSetter)), Shared]
public sealed class RemoveSetter() : Mend("IMMY006")
{
    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        if (place.Find<PropertyDeclarationSyntax>(diagnostic) is not { AccessorList.Accessors: { Count: 2 } accessors })
        {
            yield break;
        }

        var setter = accessors.First(static accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        var span = setter == accessors[0]
            ? TextSpan.FromBounds(setter.SpanStart, accessors[1].SpanStart)
            : TextSpan.FromBounds(accessors[0].Span.End, setter.Span.End);
        yield return Change(place, "Remove the setter", nameof(RemoveSetter), [new(span, "")]);
    }
}
