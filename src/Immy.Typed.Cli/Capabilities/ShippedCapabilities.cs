using Immy.Typed.Capabilities;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>The contracts that come with the product, from the list that the generator wrote.</summary>
internal static class ShippedCapabilities
{
    public static CapabilityCatalog Catalog { get; } = new([CapabilityCatalog.ListOf(typeof(IProvider).Assembly)]);
}
