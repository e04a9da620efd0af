namespace Immy.Typed;

/// <summary>Compiles the adapter of a capability that another assembly declares into this assembly.</summary>
/// <param name="capability">The interface, for example <c>typeof(ISupportsListingClients)</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GenerateCapabilityAttribute(Type capability) : Attribute
{
    /// <summary>The interface whose adapter is compiled in.</summary>
    public Type Capability { get; } = capability;
}
