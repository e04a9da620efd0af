using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Stands in for every command that reaches the machine, and says where such a command works.</summary>
[Cmdlet(VerbsLifecycle.Deny, "MachineCommand")]
internal sealed class BelongsOnComputerCommand : SessionCommand
{
    internal static CmdletInfo Info { get; } = new("Deny-MachineCommand", typeof(BelongsOnComputerCommand));

    /// <summary>Whatever the command was given.</summary>
    [Parameter(ValueFromRemainingArguments = true)]
    [AllowNull]
    public object?[]? Arguments { get; set; }

    /// <summary>Whatever was piped to it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => throw Raise(LoadProblems.BelongsOnTheComputer(Session.Tools.MachineCommand ?? MyInvocation.InvocationName, null));
}
