using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Lists the modules that the session has loaded.</summary>
[Cmdlet(VerbsCommon.Get, "Module")]
[OutputType(typeof(PSModuleInfo))]
internal sealed class GetSessionModule : PSCmdlet
{
    private static readonly CmdletInfo Engine = new("Get-Module", typeof(GetModuleCommand));

    /// <summary>The modules' names, or patterns of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Accepted as in PowerShell; a session's modules have no nested ones.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(Engine);
        if (Name is not null)
        {
            shell.AddParameter(nameof(Name), Name);
        }

        WriteObject(shell.Invoke(), enumerateCollection: true);
    }
}
