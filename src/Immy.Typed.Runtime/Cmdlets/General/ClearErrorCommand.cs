using System.Collections;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Empties <c>$Error</c>.</summary>
[Cmdlet(VerbsCommon.Clear, "Error")]
public sealed class ClearErrorCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => (SessionState.PSVariable.GetValue("Error") as ArrayList)?.Clear();
}
