using System.Net;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>A webhook's settings as requests are judged by them, with the keys in the clear. Never leaves the process.</summary>
internal sealed class WebhookRules(WebhookSettings settings, IReadOnlyList<string> keys)
{
    private readonly IReadOnlyList<IPNetwork> _networks = [.. settings.Networks.Select(IPNetwork.Parse)];

    public WebhookSettings Settings => settings;

    public IReadOnlyList<string> Keys => keys;

    /// <summary>The keys of Standard Webhooks, as bytes.</summary>
    public IReadOnlyList<byte[]> SigningKeys { get; } = [.. keys.Select(StandardKey.BytesOf).OfType<byte[]>()];

    /// <summary>Whether an address may send.</summary>
    public bool Allows(IPAddress? address) => _networks.Count == 0
        || (address is not null && _networks.Any(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));
}
