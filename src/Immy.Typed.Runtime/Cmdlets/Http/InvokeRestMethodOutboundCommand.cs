using System.Management.Automation;
using Immy.Typed.Http;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets;

/// <summary>PowerShell's own Invoke-RestMethod, whose requests go through the instance's outbound HTTP.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "RestMethod", DefaultParameterSetName = "StandardMethod", HelpUri = "https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod")]
public sealed class InvokeRestMethodOutboundCommand : InvokeRestMethodCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        OutboundCommand.Prepare(this);
        base.ProcessRecord();
    }
}
