using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Get-Item over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = ByPath)]
internal sealed class GetItemCommand : PathCommand
{
    /// <summary>Accepted; nothing is hidden here.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process(InMemoryItem item) => WriteObject(item.ToRecord());
}
