using Immy.Typed.Adapters;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>One block of an interface, as <c>immy capabilities --format json</c> lists it.</summary>
internal sealed record BlockListing(string Name, string Summary, bool IsMandatory, IReadOnlyList<ParameterListing> Parameters, ResultListing Result)
{
    public static BlockListing Of(BlockDescriptor block)
        => new(block.Name, block.Summary, block.IsMandatory, [.. block.Parameters.Select(ParameterListing.Of)], ResultListing.Of(block));
}
