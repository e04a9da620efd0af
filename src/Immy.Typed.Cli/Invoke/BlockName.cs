using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Problems;

namespace Immy.Typed.Cli.Invoke;

/// <summary>The block that a command line names as <c>INTERFACE.BLOCK</c>.</summary>
internal sealed record BlockName(CapabilityDescriptor Capability, BlockDescriptor Descriptor)
{
    /// <exception cref="UsageException">There is no such interface or block.</exception>
    public static BlockName Parse(string text, CapabilityCatalog catalog)
    {
        var parts = text.Split('.');
        if (parts is not [{ Length: > 0 } interfaceName, { Length: > 0 } blockName])
        {
            throw new UsageException($"'{text}' is not of the form INTERFACE.BLOCK, such as ISupportsListingClients.GetClients.");
        }

        var capability = catalog.Find(interfaceName)
            ?? throw new UsageException($"There is no interface '{interfaceName}'. {NearestName.Hint(interfaceName, [.. catalog.Capabilities.Select(static known => known.Name)])}");
        var block = capability.FindBlock(blockName)
            ?? throw new UsageException($"{capability.Name} has no block '{blockName}'. {NearestName.Hint(blockName, [.. capability.Blocks.Select(static known => known.Name)])}");
        return new(capability, block);
    }
}
