using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using Immy.Typed.Http;
using Immy.Typed.Sessions.AllowList;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Asks a web address: PowerShell's own command over the instance's outbound HTTP, without the parameters that reach the machine.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "WebRequest", DefaultParameterSetName = "StandardMethod")]
internal sealed class WebRequest : InvokeWebRequestCommand
{
    /// <summary>No parameter here: binding it would read the file that it names before anything could refuse it.</summary>
    public override X509Certificate? Certificate { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Refusal.ThrowIfAny(this);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        OutboundCommand.Prepare(this);
        base.ProcessRecord();
    }
}
