using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.CodeFixes;

/// <summary>Makes an interface internal that only its own modifiers hide.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeReachable)), Shared]
public sealed class MakeReachable() : Mend("IMMY008")
{
    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        if (place.Find<InterfaceDeclarationSyntax>(diagnostic) is not { } declaration)
        {
            yield break;
        }

        var hiding = declaration.Modifiers
            .Where(static modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword)
            .ToArray();
        if (hiding.Length > 0)
        {
            var span = TextSpan.FromBounds(hiding[0].SpanStart, hiding[hiding.Length - 1].Span.End);
            yield return Change(place, "Make it internal", nameof(MakeReachable), [new(span, "internal")]);
        }
    }
}
