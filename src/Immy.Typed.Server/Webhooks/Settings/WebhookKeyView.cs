using System.Text.Json.Serialization;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>A key as the API shows it. Its text is there once: in the answer that made it.</summary>
internal sealed record WebhookKeyView(
    Guid Id, string Name, DateTimeOffset CreatedAt, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text = null)
{
    public static WebhookKeyView Of(WebhookKey key, string? text = null) => new(key.Id, key.Name, key.CreatedAt, text);
}
