using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>A command that works on each item that its path names, with PowerShell's own words for what does not exist.</summary>
internal abstract class PathCommand : PSCmdlet
{
    private protected const string ByPath = "Path";
    private protected const string ByLiteralPath = "LiteralPath";

    /// <summary>Paths, or patterns of paths.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByPath)]
    public required string[] Path { get; set; }

    /// <summary>Paths as they are.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByLiteralPath)]
    [Alias("PSPath", "LP")]
    public required string[] LiteralPath { get; set; }

    private protected static InMemoryTables Tables => InMemoryRunspace.Current;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == ByLiteralPath;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            var items = Tables.Find(path, isLiteral);
            if (items.Count == 0)
            {
                Missing(path, isLiteral || !WildcardPattern.ContainsWildcardCharacters(path));
            }

            foreach (var item in items)
            {
                Process(item);
            }
        }
    }

    /// <summary>Works on an item.</summary>
    private protected abstract void Process(InMemoryItem item);

    /// <summary>Says that nothing is there; a pattern that matches nothing is no error.</summary>
    private protected virtual void Missing(string path, bool isExact)
    {
        if (isExact)
        {
            WriteError(new ErrorRecord(new ItemNotFoundException($"Cannot find path '{path}' because it does not exist."), "PathNotFound", ErrorCategory.ObjectNotFound, path));
        }
    }
}
