using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads the marked interfaces of a compilation in the order of its files.</summary>
internal static class DeclaredCapabilities
{
    public static EquatableArray<ParsedCapability> Parse(Compilation compilation, CancellationToken cancellation)
        => new([.. compilation.SyntaxTrees
            .SelectMany(tree => Marked(compilation, tree, cancellation))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .Select(contract => new ParsedCapability(CapabilityNames.Of(contract), CapabilityParser.Parse(contract, cancellation).Model))]);

    // A generic interface has no name that scripts could write.
    private static IEnumerable<INamedTypeSymbol> Marked(Compilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var model = new Lazy<SemanticModel>(() => compilation.GetSemanticModel(tree));
        return tree.GetRoot(cancellation)
            .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<InterfaceDeclarationSyntax>()
            .Where(static declaration => declaration.AttributeLists.Count > 0)
            .Select(declaration => model.Value.GetDeclaredSymbol(declaration, cancellation))
            .OfType<INamedTypeSymbol>()
            .Where(static contract => !contract.IsGenericType && Attributes.Find(contract, KnownNames.CapabilityAttribute) is not null);
    }
}
