using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Finds attributes by their full names.</summary>
internal static class Attributes
{
    public static AttributeData? Find(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>Whether the attribute stands at this declaration first: parts of a type that are marked twice are one type still.</summary>
    public static bool IsFirst(GeneratorAttributeSyntaxContext attributed)
        => attributed.TargetSymbol.GetAttributes().First(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributed.Attributes[0].AttributeClass))
            .ApplicationSyntaxReference is { } first
            && first.SyntaxTree == attributed.TargetNode.SyntaxTree
            && attributed.TargetNode.FullSpan.Contains(first.Span);

    public static bool IsVisibleOutside(INamedTypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsVisibleOutside(type.ContainingType));
}
