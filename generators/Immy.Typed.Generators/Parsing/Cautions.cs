using System.Collections.Immutable;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Collects what <c>[Obsolete]</c> and <c>[Experimental]</c> would have the compiler tell of code that serves a contract.</summary>
internal sealed class Cautions
{
    private const string Obsolete = "System.ObsoleteAttribute";
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private Cautions()
    {
    }

    /// <summary>The diagnostics that the attributes give names of their own.</summary>
    public EquatableArray<string> Ids => new([.. _ids]);

    /// <summary>Whether something may not be used at all, except by what is obsolete too.</summary>
    public bool IsForbidden { get; private set; }

    public static Cautions Of(INamedTypeSymbol contract, IEnumerable<ISymbol> members)
    {
        var cautions = new Cautions();
        foreach (var symbol in contract.AllInterfaces.Append(contract).Concat(members))
        {
            cautions.Visit(symbol);
        }

        return cautions;
    }

    private void Visit(ISymbol? symbol)
    {
        if (symbol is null or INamespaceSymbol or IModuleSymbol || !_seen.Add(symbol))
        {
            return;
        }

        foreach (var attribute in symbol.GetAttributes())
        {
            Read(attribute);
        }

        foreach (var part in Parts(symbol))
        {
            Visit(part);
        }
    }

    private static IEnumerable<ISymbol?> Parts(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Prepend(method.ReturnType),
        IPropertySymbol { GetMethod: var getter } property => [property.Type, getter],
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol type => type.TypeArguments.Concat<ISymbol?>([type.ContainingType, type.ContainingAssembly]),
        _ => ImmutableArray<ISymbol?>.Empty,
    };

    private void Read(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.ToDisplayString();
        var id = name == Experimental
            ? attribute.ConstructorArguments.FirstOrDefault().Value as string
            : name == Obsolete ? attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "DiagnosticId").Value.Value as string : null;
        IsForbidden |= name == Obsolete && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is true;
        if (id is not null && SyntaxFacts.IsValidIdentifier(id))
        {
            _ids.Add(id);
        }
    }
}
