using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>A symbol's XML documentation as plain text, with what it inherits.</summary>
internal sealed class Documentation
{
    private readonly XElement _xml;

    private Documentation(XElement xml) => _xml = xml;

    /// <summary>Parts of a type may each have a summary; which of them comes first depends on the order of files.</summary>
    public string Summary => _xml.Elements("summary")
        .Select(DocumentationText.Of)
        .Where(static text => text.Length > 0)
        .OrderBy(static text => text, StringComparer.Ordinal)
        .FirstOrDefault() ?? "";

    /// <summary>Whether it has a summary of its own or takes one from elsewhere.</summary>
    public bool HasSummary => Summary.Length > 0 || _xml.Element("inheritdoc") is not null || _xml.Element("include") is not null;

    public string Returns => DocumentationText.Of(_xml.Element("returns") ?? _xml.Element("value"));

    public static Documentation Of(ISymbol symbol) => new(InheritedDocumentation.Of(symbol));

    public string Parameter(string name)
        => DocumentationText.Of(_xml.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));
}
