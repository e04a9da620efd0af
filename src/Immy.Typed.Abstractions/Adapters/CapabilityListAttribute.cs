namespace Immy.Typed.Adapters;

/// <summary>Says where an assembly's list of capabilities is, so that a host finds it without scanning types.</summary>
/// <param name="list">A class with a parameterless constructor that implements <see cref="ICapabilityList"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CapabilityListAttribute(Type list) : Attribute
{
    /// <summary>The class.</summary>
    public Type List { get; } = list;
}
