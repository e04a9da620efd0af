namespace Immy.Typed.Adapters;

/// <summary>The capabilities that one assembly contributes; the generator writes one list per assembly.</summary>
public interface ICapabilityList
{
    /// <summary>The capabilities, ordered by name.</summary>
    IReadOnlyList<CapabilityDescriptor> Capabilities { get; }
}
