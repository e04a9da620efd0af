using System.Management.Automation;

namespace Immy.Typed.Computers.Commands;

/// <summary>Get-ItemProperty over the tables of an in-memory computer.</summary>
[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = ByPath)]
internal sealed class GetItemPropertyCommand : PathCommand
{
    /// <summary>Names of values, or patterns of names.</summary>
    [Parameter(Position = 1)]
    public string[] Name { get; set; } = [];

    private protected override void Process(InMemoryItem item)
    {
        if (item.Values is null)
        {
            WriteObject(item.ToRecord());
            return;
        }

        foreach (var name in Name.Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && !item.Values.ContainsKey(name)))
        {
            WriteError(new ErrorRecord(new PSArgumentException($"Property {name} does not exist at path {item.Path}."), "System.Management.Automation.PSArgumentException", ErrorCategory.InvalidArgument, item.Path));
        }

        var patterns = Name.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToList();
        if (item.Values.Keys.Any(name => patterns.Count == 0 || patterns.Exists(pattern => pattern.IsMatch(name))))
        {
            WriteObject(item.ToProperties(patterns));
        }
    }
}
