using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Get-ItemPropertyValue over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsCommon.Get, "ItemPropertyValue", DefaultParameterSetName = ByPath)]
internal sealed class GetItemPropertyValueCommand : PathCommand
{
    /// <summary>Names of values.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public required string[] Name { get; set; }

    private protected override void Process(InMemoryItem item)
    {
        foreach (var name in Name)
        {
            if (item.Values is { } values && values.TryGetValue(name, out var value))
            {
                WriteObject(value);
            }
            else
            {
                WriteError(new ErrorRecord(new PSArgumentException($"Property {name} does not exist at path {item.Path}."), "System.Management.Automation.PSArgumentException", ErrorCategory.InvalidArgument, item.Path));
            }
        }
    }
}
