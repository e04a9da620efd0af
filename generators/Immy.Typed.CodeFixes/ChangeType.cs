using System.Composition;
using Immy.Typed.Generators.Model;
using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.CodeFixes;

/// <summary>Replaces a type that cannot cross by the one next to it that can, and offers it as a task where it is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeType)), Shared]
public sealed class ChangeType() : Mend("IMMY001", "IMMY002")
{
    private const string Task = "System.Threading.Tasks.Task";

    private protected override IEnumerable<CodeAction> Actions(Place place, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        var type = place.Root.FindToken(span.Start).Parent?.AncestorsAndSelf().OfType<TypeSyntax>().FirstOrDefault(node => node.Span == span);
        if (type is null)
        {
            yield break;
        }

        var isResult = type.Parent is MethodDeclarationSyntax or BasePropertyDeclarationSyntax;
        var mended = CrossingTypes.Of(type, isResult).ToString();
        if (mended == type.ToString() || !Crosses(place, type, mended, isResult, out var carrier))
        {
            yield break;
        }

        if (type.Parent is MethodDeclarationSyntax && carrier == Carrier.None)
        {
            var task = $"{(Crosses(place, type, "Task", isResult, out var known) && known == Carrier.Task ? "Task" : Task)}<{mended}>";
            yield return Change(place, $"Make it {task}", nameof(ChangeType) + "ToTask", [new(span, task)]);
        }

        yield return Change(place, $"Make it {mended}", nameof(ChangeType), [new(span, mended)]);
    }

    private static bool Crosses(Place place, TypeSyntax type, string text, bool isResult, out Carrier carrier)
    {
        carrier = Carrier.None;
        if (place.Model.GetSpeculativeTypeInfo(type.SpanStart, SyntaxFactory.ParseTypeName(text), SpeculativeBindingOption.BindAsTypeOrNamespace).Type is not { } symbol)
        {
            return false;
        }

        if (!isResult)
        {
            return TypeRules.WhyParameterCannotCross(symbol) is null;
        }

        var result = ResultParser.Parse(symbol, out _);
        carrier = result?.Carrier ?? Carrier.None;
        return result is not null;
    }
}
