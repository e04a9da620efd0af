using Immy.Typed;

namespace Acme.Empty;

/// <summary>Is a mark and asks for nothing.</summary>
[Capability]
public interface ISupportsBeingMarked;
