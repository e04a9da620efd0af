namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>What <c>PUT /api/v1/provider-links/{id}/webhook</c> takes.</summary>
internal sealed record SaveWebhook(
    WebhookCheck Check,
    WebhookPlace? Place,
    string? Name,
    string? Prefix,
    WebhookEncoding? Encoding,
    IReadOnlyList<string>? AllowedAddresses,
    int? RequestsPerSecond,
    int? Burst);
