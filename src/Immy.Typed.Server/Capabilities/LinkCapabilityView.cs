namespace Immy.Typed.Server.Capabilities;

/// <summary>A capability that a provider link's script adds.</summary>
/// <param name="Name">The interface.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="IsExcluded">True when the link does not have it all the same.</param>
/// <param name="Blocks">Its blocks.</param>
internal sealed record LinkCapabilityView(string Name, string Summary, bool IsExcluded, IReadOnlyList<BlockView> Blocks);
