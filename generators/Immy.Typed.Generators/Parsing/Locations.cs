using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.Generators.Parsing;

/// <summary>The token at which a problem is told: the name of the capability itself where a base interface has the member.</summary>
internal static class Locations
{
    public static Location Of(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    public static Location Of(INamedTypeSymbol contract, ISymbol member) => Of(IsOwn(contract, member) ? member : contract);

    /// <summary>The type that a method, a property or a parameter is declared with.</summary>
    public static Location OfType(INamedTypeSymbol contract, ISymbol member)
        => IsOwn(contract, member) && DeclaredType(member) is { } type ? type.GetLocation() : Of(contract, member);

    private static bool IsOwn(INamedTypeSymbol contract, ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, contract);

    private static TypeSyntax? DeclaredType(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        MethodDeclarationSyntax method => method.ReturnType,
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        _ => null,
    };
}
