using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>The contracts that come with the product, from the list that the generator wrote.</summary>
internal static class ShippedCapabilities
{
    public static ICapabilityList List { get; } = CapabilityCatalog.ListOf(typeof(IProvider).Assembly);

    public static CapabilityCatalog Catalog { get; } = new([List]);
}
