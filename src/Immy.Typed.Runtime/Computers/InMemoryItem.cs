using System.Management.Automation;

namespace Immy.Typed.Computers;

/// <summary>A file, a folder or a registry key of an in-memory computer.</summary>
/// <param name="Path">The full path.</param>
internal sealed record InMemoryItem(string Path)
{
    /// <summary>A file's text.</summary>
    public string? Text { get; init; }

    /// <summary>A registry key's values.</summary>
    public IReadOnlyDictionary<string, object?>? Values { get; init; }

    public bool IsContainer => Text is null;

    /// <summary>The item as scripts see it.</summary>
    public PSObject ToRecord()
    {
        var record = new PSObject();
        var name = WindowsPath.LeafOf(Path);
        Add(record, "PSPath", (Values is null ? @"Microsoft.PowerShell.Core\FileSystem::" : @"Microsoft.PowerShell.Core\Registry::") + Path);
        Add(record, "PSChildName", name);
        Add(record, "PSIsContainer", IsContainer);
        if (Values is not null)
        {
            Add(record, "Name", Path);
            Add(record, "Property", Values.Keys.ToArray());
            return record;
        }

        Add(record, "Name", name);
        Add(record, "FullName", Path);
        if (Text is not null)
        {
            Add(record, "DirectoryName", WindowsPath.ParentOf(Path));
            Add(record, "BaseName", System.IO.Path.GetFileNameWithoutExtension(name));
            Add(record, "Extension", System.IO.Path.GetExtension(name));
            Add(record, "Length", (long)Text.Length);
        }

        return record;
    }

    /// <summary>A key's values, as Get-ItemProperty shows them.</summary>
    /// <param name="names">Patterns of names; empty for all.</param>
    public PSObject ToProperties(IReadOnlyList<WildcardPattern> names)
    {
        var record = new PSObject();
        foreach (var (name, value) in Values!.Where(value => names.Count == 0 || names.Any(pattern => pattern.IsMatch(value.Key))))
        {
            Add(record, name, value);
        }

        Add(record, "PSPath", @"Microsoft.PowerShell.Core\Registry::" + Path);
        Add(record, "PSChildName", WindowsPath.LeafOf(Path));
        return record;
    }

    private static void Add(PSObject record, string name, object? value) => record.Properties.Add(new PSNoteProperty(name, value));
}
