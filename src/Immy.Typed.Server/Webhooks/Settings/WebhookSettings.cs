using Immy.Typed.Server.Storage;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>Who may send requests to a provider link, and how many. A link without a row has these defaults.</summary>
internal sealed class WebhookSettings : IStamped
{
    public required Guid ProviderLinkId { get; init; }

    public WebhookCheck Check { get; set; }

    /// <summary>Where the secret stands.</summary>
    public WebhookPlace Place { get; set; }

    /// <summary>The header, or the part of the query, that holds secret or signature.</summary>
    public string? Name { get; set; }

    /// <summary>What stands before the secret or the signature, such as <c>sha256=</c>.</summary>
    public string Prefix { get; set; } = "";

    public WebhookEncoding Encoding { get; set; }

    /// <summary>Networks that may send, a line each; empty for all.</summary>
    public string AllowedAddresses { get; set; } = "";

    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>How many requests may come at once after a silence.</summary>
    public int Burst { get; set; } = 100;

    public string Stamp { get; set; } = "none";

    /// <summary>The networks, one by one.</summary>
    public IReadOnlyList<string> Networks => AllowedAddresses.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
