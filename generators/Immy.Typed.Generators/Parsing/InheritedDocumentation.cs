using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads a symbol's XML documentation and puts what it inherits in the place of <c>inheritdoc</c>.</summary>
internal static class InheritedDocumentation
{
    // Documentation that inherits from itself must end somewhere.
    private const int DeepestChain = 8;

    public static XElement Of(ISymbol symbol) => Of(symbol, 0);

    private static XElement Of(ISymbol symbol, int depth)
    {
        var documentation = Parse(symbol.GetDocumentationCommentXml());
        foreach (var inherit in documentation.Descendants("inheritdoc").ToArray())
        {
            var source = depth < DeepestChain ? Source(symbol, (string?)inherit.Attribute("cref")) : null;
            var inherited = source is null ? new XElement("doc") : Of(source, depth + 1);
            if (inherit.Parent == documentation)
            {
                inherit.Remove();
                documentation.Add(inherited.Elements().Where(element => !documentation.Elements(element.Name).Any(own => Name(own) == Name(element))));
            }
            else
            {
                inherit.ReplaceWith(Counterpart(inherited, inherit.Parent!)?.Nodes());
            }
        }

        return documentation;
    }

    private static XElement Parse(string? xml)
    {
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? new("doc") : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            // The compiler reports malformed documentation itself (CS1570).
            return new("doc");
        }
    }

    private static XElement? Counterpart(XElement inherited, XElement own)
        => inherited.Elements(own.Name).FirstOrDefault(element => Name(element) == Name(own));

    private static string? Name(XElement element) => (string?)element.Attribute("name");

    private static ISymbol? Source(ISymbol symbol, string? cref)
        => cref is not null ? Find(symbol, cref)
            : symbol is INamedTypeSymbol type ? type.Interfaces.FirstOrDefault()
            : symbol.ContainingType.AllInterfaces
                .SelectMany(contract => contract.GetMembers(symbol.Name))
                .FirstOrDefault(member => member.Kind == symbol.Kind && SameParameters(member, symbol));

    private static bool SameParameters(ISymbol one, ISymbol other)
        => one is not IMethodSymbol method || other is not IMethodSymbol hiding
            || method.Parameters.Select(static parameter => parameter.Type).SequenceEqual(hiding.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    private static ISymbol? Find(ISymbol near, string cref)
    {
        if (cref.Length < 3 || cref[1] != ':')
        {
            return null;
        }

        var end = cref.IndexOf('(');
        var name = end < 0 ? cref.Substring(2) : cref.Substring(2, end - 2);
        if (cref[0] == 'T')
        {
            return FindType(near, name);
        }

        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : FindType(near, name.Substring(0, dot))?.GetMembers().FirstOrDefault(member => member.GetDocumentationCommentId() == cref);
    }

    private static INamedTypeSymbol? FindType(ISymbol near, string name)
        => near.ContainingAssembly.GetTypeByMetadataName(name)
            ?? near.ContainingModule.ReferencedAssemblySymbols.Select(assembly => assembly.GetTypeByMetadataName(name)).FirstOrDefault(static type => type is not null);
}
