using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Finds attributes by their full names.</summary>
internal static class Attributes
{
    public static AttributeData? Find(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    public static bool IsVisibleOutside(INamedTypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsVisibleOutside(type.ContainingType));
}
