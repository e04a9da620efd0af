using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Types as <c>[AllowNull]</c> and its kin leave them: an implementation declares what the attribute says.</summary>
internal static class FlowAttributes
{
    private const string Namespace = "System.Diagnostics.CodeAnalysis.";

    public static ITypeSymbol TypeOf(IParameterSymbol parameter)
        => Apply(parameter.Type, parameter.GetAttributes(), "AllowNullAttribute", "DisallowNullAttribute");

    public static ITypeSymbol TypeOf(IMethodSymbol method)
        => Apply(method.ReturnType, method.GetReturnTypeAttributes(), "MaybeNullAttribute", "NotNullAttribute");

    public static ITypeSymbol TypeOf(IPropertySymbol property)
        => Apply(
            property.Type,
            property.GetAttributes().AddRange(property.GetMethod?.GetReturnTypeAttributes() ?? []),
            "MaybeNullAttribute",
            "NotNullAttribute");

    private static ITypeSymbol Apply(ITypeSymbol type, ImmutableArray<AttributeData> attributes, string nullable, string notNull)
        => type.IsValueType ? type
            : Has(attributes, nullable) ? type.WithNullableAnnotation(NullableAnnotation.Annotated)
            : Has(attributes, notNull) ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : type;

    private static bool Has(ImmutableArray<AttributeData> attributes, string name)
        => attributes.Any(attribute => attribute.AttributeClass?.ToDisplayString() == Namespace + name);
}
