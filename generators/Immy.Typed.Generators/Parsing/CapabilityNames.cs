using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads the names of a capability and of what is generated for it.</summary>
internal static class CapabilityNames
{
    public static CapabilityName Of(INamedTypeSymbol contract)
    {
        var stem = TypeNames.Nested(contract);
        if (stem.Length > 1 && stem[0] == 'I' && char.IsUpper(stem[1]))
        {
            stem = stem.Substring(1);
        }

        return new(
            contract.Name,
            TypeNames.WithoutGlobal(contract),
            contract.ContainingNamespace.IsGlobalNamespace ? "Generated" : $"{contract.ContainingNamespace.ToDisplayString()}.Generated",
            stem);
    }
}
