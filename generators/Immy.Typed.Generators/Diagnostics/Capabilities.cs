using Immy.Typed.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>What the analyzers of marked interfaces ask about a symbol.</summary>
internal static class Capabilities
{
    public static bool IsCapability(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Interface && Attributes.Find(type, KnownNames.CapabilityAttribute) is not null;

    /// <summary>The members that the interface itself declares as blocks.</summary>
    public static IEnumerable<ISymbol> OwnBlocks(INamedTypeSymbol capability)
        => capability.GetMembers().Where(static member => member
            is { IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
            and ({ IsAbstract: true } or { IsVirtual: true })
            and (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false }));

    /// <summary>The type that <c>[assembly: GenerateCapability(typeof(X))]</c> names.</summary>
    public static ITypeSymbol? AskedFor(AttributeData attribute)
        => attribute.AttributeClass?.ToDisplayString() == KnownNames.GenerateCapabilityAttribute
            && attribute.ConstructorArguments is { Length: 1 } arguments
            && arguments[0] is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type }
            ? type
            : null;
}
