using System.Management.Automation;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>Stands behind the session's resident command: it gives each object that a script writes to the running work, while the script waits.</summary>
[Cmdlet("Receive", "BlockOutput")]
internal sealed class ReceiveOutputCommand : PSCmdlet
{
    private ScriptSession _session = null!;

    /// <summary>What the block wrote.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    internal static CmdletInfo Info { get; } = new("Receive-BlockOutput", typeof(ReceiveOutputCommand));

    /// <inheritdoc/>
    protected override void BeginProcessing() => _session = SessionRegistry.Current;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_session.Current is { OutputFailure: null } work)
        {
            try
            {
                work.Accept(InputObject, _session);
            }
            catch (Exception exception)
            {
                work.OutputFailure = exception;
            }
        }
    }
}
