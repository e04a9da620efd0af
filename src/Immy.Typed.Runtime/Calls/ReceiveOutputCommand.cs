using System.Management.Automation;
using Immy.Typed.Sessions;

namespace Immy.Typed.Calls;

/// <summary>Stands at the end of every script's pipeline and gives each object to the work while the script waits.</summary>
[Cmdlet("Receive", "BlockOutput")]
internal sealed class ReceiveOutputCommand : PSCmdlet
{
    private ScriptSession _session = null!;

    /// <summary>The work that owns the output.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public required SessionWork Work { get; set; }

    /// <summary>What the block wrote.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    internal static CmdletInfo Info { get; } = new("Receive-BlockOutput", typeof(ReceiveOutputCommand));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _session = SessionRegistry.Current;
        InputObject = null;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Work.Accept(InputObject, _session);
        }
    }
}
