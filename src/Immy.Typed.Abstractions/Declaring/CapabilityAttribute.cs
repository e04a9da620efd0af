namespace Immy.Typed;

/// <summary>
/// Makes an interface a capability that an integration script can add: the generator turns each of its methods
/// into a script-block parameter of <c>Add-DynamicIntegrationCapability</c> and into an adapter that runs the block.
/// </summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class CapabilityAttribute : Attribute
{
    /// <summary>
    /// True for the one interface that every integration has from its start: its blocks are parameters of
    /// <c>New-DynamicIntegration</c>, and a script cannot add it.
    /// </summary>
    public bool IsRoot { get; init; }
}
