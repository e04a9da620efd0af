using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Tells whether generated code, which stands in a namespace of the same assembly, can name a type.</summary>
internal static class Reach
{
    /// <summary>How the type is hidden, or null where it is not.</summary>
    public static string? WhyNot(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (Hidden(current) is { } word)
            {
                return SymbolEqualityComparer.Default.Equals(current, type) ? word : $"nested in {current.Name}, which is {word}";
            }
        }

        return null;
    }

    private static string? Hidden(INamedTypeSymbol type) => type switch
    {
        { IsFileLocal: true } => "file-local",
        { DeclaredAccessibility: Accessibility.Private } => "private",
        { DeclaredAccessibility: Accessibility.Protected } => "protected",
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => "private protected",
        _ => null,
    };
}
