namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>What <c>POST /api/v1/provider-links/{id}/webhook/keys</c> takes. Without a text one is made.</summary>
internal sealed record AddWebhookKey(string? Name, string? Text);
