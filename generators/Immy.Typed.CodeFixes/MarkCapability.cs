using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.CodeFixes;

/// <summary>Marks an interface that is named like a capability.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkCapability)), Shared]
public sealed class MarkCapability() : Mend("IMMY005")
{
    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        if (place.Find<InterfaceDeclarationSyntax>(diagnostic) is not { } declaration)
        {
            yield break;
        }

        var start = declaration.SpanStart;
        var between = Edits.StartsLine(place.Text, start) ? Edits.NewLine(place.Text) + Edits.Indentation(place.Text, start) : " ";
        yield return Change(
            place,
            "Add [Capability]",
            nameof(MarkCapability),
            Edits.Using(place.Model, place.Root, place.Text, start, "Immy.Typed", "CapabilityAttribute")
                .Append(new(new(start, 0), "[Capability]" + between)));
    }
}
