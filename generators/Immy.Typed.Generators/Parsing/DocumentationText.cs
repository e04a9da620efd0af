using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Immy.Typed.Generators.Parsing;

/// <summary>
/// An element of XML documentation as the plain text that help, API and UI show. Prose becomes one line; paragraphs, the items
/// of lists and code begin lines of their own. The runtime compiles this file too, for the documentation of its cmdlets.
/// </summary>
internal sealed class DocumentationText
{
    private static readonly Regex Spaces = new(@"\s+", RegexOptions.CultureInvariant);
    private static readonly char[] NameEnds = ['(', '`', '{', '~'];
    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();

    private DocumentationText()
    {
    }

    /// <summary>The text; empty where there is no element.</summary>
    public static string Of(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var text = new DocumentationText();
        text.AddNodes(element);
        text.EndLine();
        return string.Join("\n", text._lines);
    }

    private void AddNodes(XElement parent)
    {
        foreach (var node in parent.Nodes())
        {
            Add(node);
        }
    }

    private void Add(XNode node)
    {
        switch (node)
        {
            case XText text:
                _line.Append(text.Value);
                break;
            case XElement { Name.LocalName: "see" or "seealso", IsEmpty: true } see:
                _line.Append(Reference(see));
                break;
            case XElement { Name.LocalName: "paramref" or "typeparamref" } reference:
                _line.Append((string?)reference.Attribute("name"));
                break;
            case XElement { Name.LocalName: "br" }:
                EndLine();
                break;
            case XElement { Name.LocalName: "code" } code:
                AddCode(code.Value);
                break;
            case XElement { Name.LocalName: "list" } list:
                AddList(list);
                break;
            case XElement { Name.LocalName: "para" or "example" or "remarks" } block:
                EndLine();
                AddNodes(block);
                EndLine();
                break;
            case XElement inline:
                AddNodes(inline);
                break;
        }
    }

    private void AddCode(string code)
    {
        EndLine();
        var lines = code.Replace("\r\n", "\n").Split('\n').Select(static line => line.TrimEnd()).ToArray();
        var filled = lines.Where(static line => line.Length > 0).ToArray();
        var margin = filled.Length == 0 ? 0 : filled.Min(static line => line.Length - line.TrimStart().Length);
        _lines.AddRange(filled.Select(line => "    " + line.Remove(0, margin)));
    }

    private void AddList(XElement list)
    {
        EndLine();
        var isNumbered = (string?)list.Attribute("type") == "number";
        var number = 0;
        foreach (var item in list.Elements("item"))
        {
            number++;
            _line.Append(isNumbered ? number.ToString(CultureInfo.InvariantCulture) + ". " : "- ");
            if (item.Element("term") is { } term && item.Element("description") is { } description)
            {
                AddNodes(term);
                _line.Append(": ");
                AddNodes(description);
            }
            else
            {
                AddNodes(item);
            }

            EndLine();
        }
    }

    private void EndLine()
    {
        var line = Spaces.Replace(_line.ToString(), " ").Trim();
        _line.Clear();
        if (line.Length > 0)
        {
            _lines.Add(line);
        }
    }

    private static string Reference(XElement see)
    {
        if ((string?)(see.Attribute("langword") ?? see.Attribute("href")) is { } word)
        {
            return word;
        }

        var cref = ((string?)see.Attribute("cref") ?? "").Replace(".#ctor", "");
        var end = cref.IndexOfAny(NameEnds);
        var name = end < 0 ? cref : cref.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
