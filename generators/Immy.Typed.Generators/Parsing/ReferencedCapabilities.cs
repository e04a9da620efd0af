using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads the interfaces that <c>[assembly: GenerateCapability]</c> names.</summary>
internal static class ReferencedCapabilities
{
    public static ImmutableArray<CapabilityModel> Parse(ImmutableArray<AttributeData> attributes, CancellationToken cancellation)
        => [.. attributes
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
            .OfType<INamedTypeSymbol>()
            .Where(static type => type.TypeKind == TypeKind.Interface)
            .Select(type => CapabilityParser.Parse(type, cancellation).Model)
            .OfType<CapabilityModel>()];
}
