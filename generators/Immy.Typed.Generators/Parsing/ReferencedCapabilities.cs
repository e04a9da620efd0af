using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads the interfaces that <c>[assembly: GenerateCapability]</c> names.</summary>
internal static class ReferencedCapabilities
{
    /// <summary>Each once, and none that the assembly declares itself.</summary>
    public static ImmutableArray<CapabilityModel> Distinct(ImmutableArray<CapabilityModel> referenced, ImmutableArray<CapabilityModel> declared)
    {
        var seen = new HashSet<string>(declared.Select(static capability => capability.FullName), StringComparer.Ordinal);
        return [.. referenced.Where(capability => seen.Add(capability.FullName))];
    }

    public static ImmutableArray<CapabilityModel> Parse(ImmutableArray<AttributeData> attributes, CancellationToken cancellation)
        => [.. attributes
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
            .OfType<INamedTypeSymbol>()
            .Where(static type => type.TypeKind == TypeKind.Interface)
            .Select(type => CapabilityParser.Parse(type, cancellation).Model)
            .OfType<CapabilityModel>()];
}
