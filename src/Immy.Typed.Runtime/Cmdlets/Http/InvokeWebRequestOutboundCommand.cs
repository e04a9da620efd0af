using System.Management.Automation;
using Immy.Typed.Http;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets;

/// <summary>PowerShell's own Invoke-WebRequest, whose requests go through the instance's outbound HTTP.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "WebRequest", DefaultParameterSetName = "StandardMethod", HelpUri = "https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest")]
public sealed class InvokeWebRequestOutboundCommand : InvokeWebRequestCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        OutboundCommand.Prepare(this);
        base.ProcessRecord();
    }
}
