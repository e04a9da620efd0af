using Immy.Typed.Adapters;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>One interface, as <c>immy capabilities --format json</c> lists it.</summary>
internal sealed record CapabilityListing(string Name, string Summary, bool IsRoot, IReadOnlyList<BlockListing> Blocks)
{
    public static CapabilityListing Of(CapabilityDescriptor capability)
        => new(capability.Name, capability.Summary, capability.IsRoot, [.. capability.Blocks.Select(BlockListing.Of)]);
}
