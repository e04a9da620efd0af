using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Runs a script block while no other session of this integration instance runs one under the same key. What it writes streams.</summary>
/// <example>
/// A counter that sessions raise one after the other.
/// <code>
/// Invoke-AtomicCommand -Key 'counter' -ScriptBlock {
///     $IntegrationContext.Counter = [int]$IntegrationContext.Counter + 1
///     $IntegrationContext.Counter
/// }
/// </code>
/// </example>
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

    internal void Emit(object? value) => WriteObject(value);

    // Each object leaves as it is written; variables of the line are private to it.
    private void Stream() => InvokeCommand.InvokeScript(
        false,
        InvokeCommand.NewScriptBlock("$private:b, $private:r, $private:c = $args; $args = $null; & $b | & $r $c"),
        null,
        ScriptBlock,
        ReceiveAtomicOutputCommand.Info,
        this);
}
