using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.Generators.Parsing;

/// <summary>The token at which a problem is told.</summary>
internal static class Locations
{
    public static Location Of(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    public static Location OfReturnType(IMethodSymbol method)
        => Syntax(method) is MethodDeclarationSyntax syntax ? syntax.ReturnType.GetLocation() : Of(method);

    public static Location OfType(IParameterSymbol parameter)
        => Syntax(parameter) is ParameterSyntax { Type: { } type } ? type.GetLocation() : Of(parameter);

    private static SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
