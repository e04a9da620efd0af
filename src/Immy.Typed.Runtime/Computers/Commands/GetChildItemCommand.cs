using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Get-ChildItem over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = ByPath)]
internal sealed class GetChildItemCommand : PathCommand
{
    /// <summary>A pattern of the items' own names.</summary>
    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    /// <summary>Goes into folders below.</summary>
    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Files only.</summary>
    [Parameter]
    public SwitchParameter File { get; set; }

    /// <summary>Folders only.</summary>
    [Parameter]
    [Alias("ad")]
    public SwitchParameter Directory { get; set; }

    /// <summary>Names only.</summary>
    [Parameter]
    public SwitchParameter Name { get; set; }

    /// <summary>Accepted; nothing is hidden here.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process(InMemoryItem item)
    {
        // A pattern that names a folder lists the folder itself, as PowerShell does; a plain path lists what is in it.
        var isPattern = ParameterSetName == ByPath && Array.Exists(Path, WildcardPattern.ContainsWildcardCharacters);
        var found = item.IsContainer && (!isPattern || Recurse) ? Tables.ChildrenOf(item, Recurse) : [item];
        var filter = Filter is null ? null : WildcardPattern.Get(Filter, WildcardOptions.IgnoreCase);
        foreach (var child in found)
        {
            var name = WindowsPath.LeafOf(child.Path);
            if ((filter is null || filter.IsMatch(name)) && (!File || !child.IsContainer) && (!Directory || child.IsContainer))
            {
                WriteObject(Name ? name : child.ToRecord());
            }
        }
    }
}
