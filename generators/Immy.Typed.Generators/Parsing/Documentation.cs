using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>A symbol's XML documentation as the plain text that help, API and UI show.</summary>
internal sealed class Documentation
{
    private static readonly Documentation Empty = new(new XElement("doc"));
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);
    private readonly XElement _xml;

    private Documentation(XElement xml) => _xml = xml;

    public string Summary => Text(_xml.Element("summary"));

    /// <summary>Whether it has a summary of its own or takes one from elsewhere.</summary>
    public bool HasSummary => Summary.Length > 0 || _xml.Element("inheritdoc") is not null || _xml.Element("include") is not null;

    public string Returns => Text(_xml.Element("returns") ?? _xml.Element("value"));

    public static Documentation Of(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml();
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? Empty : new(XElement.Parse(xml));
        }
        catch (XmlException)
        {
            // The compiler reports malformed documentation itself (CS1570).
            return Empty;
        }
    }

    public string Parameter(string name)
        => Text(_xml.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name));

    private static string Text(XElement? element)
        => element is null ? "" : Spaces.Replace(string.Concat(element.Nodes().Select(Node)), " ").Trim();

    private static string Node(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } see when see.IsEmpty => Reference(see),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => (string?)reference.Attribute("name") ?? "",
        XElement { Name.LocalName: "para" or "item" } block => " " + string.Concat(block.Nodes().Select(Node)) + " ",
        XElement inner => string.Concat(inner.Nodes().Select(Node)),
        _ => "",
    };

    private static string Reference(XElement see)
    {
        if ((string?)(see.Attribute("langword") ?? see.Attribute("href")) is { } word)
        {
            return word;
        }

        var cref = (string?)see.Attribute("cref") ?? "";
        var end = cref.IndexOfAny(['(', '`']);
        var name = end < 0 ? cref : cref.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
