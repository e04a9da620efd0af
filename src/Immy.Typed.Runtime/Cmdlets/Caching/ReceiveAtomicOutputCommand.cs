using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Stands at the end of an atomic block's pipeline and writes each object through the command that holds the lock.</summary>
[Cmdlet("Receive", "AtomicOutput")]
internal sealed class ReceiveAtomicOutputCommand : PSCmdlet
{
    internal static CmdletInfo Info { get; } = new("Receive-AtomicOutput", typeof(ReceiveAtomicOutputCommand));

    /// <summary>The command that holds the lock.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public required InvokeAtomicCommandCommand Owner { get; set; }

    /// <summary>What the block wrote.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Owner.Emit(InputObject);
        }
    }
}
