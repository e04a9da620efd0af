using System.Management.Automation;

namespace Immy.Typed.Computers;

/// <summary>Files, folders, programs and registry keys of an in-memory computer, found by path or by pattern.</summary>
internal sealed class InMemoryTables
{
    private readonly SortedDictionary<string, InMemoryItem> _items = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _programs = new(StringComparer.OrdinalIgnoreCase);

    public InMemoryTables(
        IReadOnlyDictionary<string, string> files,
        IReadOnlyDictionary<string, string> programs,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> registry)
    {
        foreach (var (path, text) in files)
        {
            Add(new InMemoryItem(WindowsPath.Normal(path)) { Text = text });
        }

        foreach (var (path, script) in programs)
        {
            _programs[WindowsPath.Normal(path)] = script;
            Add(new InMemoryItem(WindowsPath.Normal(path)) { Text = script });
        }

        foreach (var (path, values) in registry)
        {
            Add(new InMemoryItem(WindowsPath.Normal(path)) { Values = new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase) });
        }
    }

    /// <summary>The script of a program, or null when the name is no program's path.</summary>
    public string? ProgramAt(string command)
        => command.Contains('\\', StringComparison.Ordinal) || command.Contains('/', StringComparison.Ordinal) ? _programs.GetValueOrDefault(WindowsPath.Normal(command)) : null;

    /// <summary>What stands at the path, or at every path that matches; an asterisk stays within one folder.</summary>
    public IReadOnlyList<InMemoryItem> Find(string path, bool isLiteral)
    {
        var normal = WindowsPath.Normal(path);
        if (isLiteral || !WildcardPattern.ContainsWildcardCharacters(normal))
        {
            return _items.TryGetValue(normal, out var item) ? [item] : [];
        }

        var patterns = normal.Split('\\').Select(static part => WildcardPattern.Get(part, WildcardOptions.IgnoreCase)).ToList();
        return [.. _items.Values.Where(item => Matches(item.Path.Split('\\'), patterns))];
    }

    public IEnumerable<InMemoryItem> ChildrenOf(InMemoryItem parent, bool recurse) => _items.Values.Where(item =>
        item.Path.StartsWith(parent.Path + '\\', StringComparison.OrdinalIgnoreCase)
        && (recurse || item.Path.IndexOf('\\', parent.Path.Length + 1) < 0));

    private static bool Matches(string[] parts, List<WildcardPattern> patterns)
        => parts.Length == patterns.Count && parts.Zip(patterns).All(static pair => pair.Second.IsMatch(pair.First));

    // Folders and keys above it exist as well.
    private void Add(InMemoryItem item)
    {
        _items[item.Path] = item;
        for (var parent = WindowsPath.ParentOf(item.Path); parent is not null; parent = WindowsPath.ParentOf(parent))
        {
            _items.TryAdd(parent, new InMemoryItem(parent) { Values = WindowsPath.IsRegistry(parent) ? new Dictionary<string, object?>() : null });
        }
    }
}
