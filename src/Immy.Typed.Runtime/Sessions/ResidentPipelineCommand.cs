using System.Management.Automation;

namespace Immy.Typed.Sessions;

/// <summary>The one long-lived command of a session: it takes work until the session closes or the pipeline is stopped.</summary>
[Cmdlet("Receive", "SessionWork")]
internal sealed class ResidentPipelineCommand : PSCmdlet
{
    /// <summary>The session whose work is done.</summary>
    [Parameter(Mandatory = true)]
    public required ScriptSession Session { get; set; }

    internal static CmdletInfo Info { get; } = new("Receive-SessionWork", typeof(ResidentPipelineCommand));

    /// <inheritdoc/>
    protected override void EndProcessing() => Session.Serve(this);
}
