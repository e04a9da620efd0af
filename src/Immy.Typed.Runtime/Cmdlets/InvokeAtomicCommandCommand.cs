using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Runs a script block while no other session of this integration instance runs one under the same key. What it writes streams.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AtomicCommand")]
[OutputType(typeof(object))]
public sealed class InvokeAtomicCommandCommand : LockingCommand
{
    /// <summary>The lock's name, in any case.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Name", "LockName", "CacheKey")]
    public required string Key { get; set; }

    /// <summary>What runs.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Command", "Script")]
    public required ScriptBlock ScriptBlock { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WithLock("atomic:" + Key, Stream);

    private void Stream()
    {
        using var pipeline = InvokeCommand.NewScriptBlock("& $args[0]").GetSteppablePipeline(CommandOrigin.Internal, [ScriptBlock]);
        pipeline.Begin(this);
        pipeline.End();
    }
}
