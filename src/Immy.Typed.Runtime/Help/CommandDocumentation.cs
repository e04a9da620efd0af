using System.Collections.Concurrent;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using Immy.Typed.Generators.Parsing;

namespace Immy.Typed.Help;

/// <summary>What the XML documentation beside a cmdlet's assembly says; empty where there is no such file.</summary>
internal static class CommandDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Files = new();

    /// <summary>What the cmdlet does.</summary>
    public static string Summary(Type command) => Text("T:" + command.FullName, command.Assembly, "summary");

    /// <summary>What else is to know of the cmdlet.</summary>
    public static string Remarks(Type command) => Text("T:" + command.FullName, command.Assembly, "remarks");

    /// <summary>How the cmdlet is used.</summary>
    public static IReadOnlyList<CommandExample> Examples(Type command)
        => [.. Files.GetOrAdd(command.Assembly, Read).GetValueOrDefault("T:" + command.FullName)?.Elements("example").Select(static example => CommandExample.Of(DocumentationText.Of(example))) ?? []];

    /// <summary>What a parameter means; a base class may declare it.</summary>
    public static string Parameter(Type command, string name)
        => command.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)?.DeclaringType is { } owner
            ? Text($"P:{owner.FullName}.{name}", owner.Assembly, "summary")
            : "";

    private static string Text(string id, Assembly assembly, string element)
        => DocumentationText.Of(Files.GetOrAdd(assembly, Read).GetValueOrDefault(id)?.Element(element));

    private static IReadOnlyDictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        var folder = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        var file = Path.Combine(folder, assembly.GetName().Name + ".xml");
        try
        {
            foreach (var member in File.Exists(file) ? XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member") : [])
            {
                members[(string?)member.Attribute("name") ?? ""] = member;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            // Help without its text is better than none.
        }

        return members;
    }
}
