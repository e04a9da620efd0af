using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Reads a value of the registry of the action's computer. Writes nothing when the key or the value does not exist.</summary>
/// <example>
/// <code>
/// Get-WindowsRegistryValue -Path 'HKLM:\SOFTWARE\Acme\Agent' -Name AgentId
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "WindowsRegistryValue")]
[OutputType(typeof(object))]
public sealed class GetWindowsRegistryValueCommand : SessionCommand
{
    /// <summary>The key, for example <c>HKLM:\SOFTWARE\Vendor</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public required string Path { get; set; }

    /// <summary>The value's name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public required string Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var computer = Call?.Action?.Computer ?? throw Raise(HostProblems.NoComputer(CommandName));
        if (Await(stopped => computer.GetRegistryValueAsync(Path, Name, stopped)) is { } value)
        {
            WriteObject(value);
        }
    }
}
