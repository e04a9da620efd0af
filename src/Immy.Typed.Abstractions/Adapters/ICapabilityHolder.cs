namespace Immy.Typed.Adapters;

/// <summary>An object that is cast to its capabilities at run time; the generated shims ask it for the adapter.</summary>
public interface ICapabilityHolder
{
    /// <summary>The implementation of a capability that the object has.</summary>
    /// <param name="capability">The interface.</param>
    /// <exception cref="InvalidCastException">The object does not have it.</exception>
    object GetCapability(Type capability);
}
