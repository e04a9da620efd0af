namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>A webhook's settings as the API shows them.</summary>
internal sealed record WebhookView(
    string Url,
    WebhookCheck Check,
    WebhookPlace Place,
    string? Name,
    string Prefix,
    WebhookEncoding Encoding,
    IReadOnlyList<string> AllowedAddresses,
    int RequestsPerSecond,
    int Burst,
    IReadOnlyList<WebhookKeyView> Keys,
    string? Warning)
{
    public static WebhookView Of(WebhookSettings settings, IEnumerable<WebhookKey> keys, string url)
    {
        List<WebhookKeyView> views = [.. keys.Select(static key => WebhookKeyView.Of(key))];
        return new(
            url, settings.Check, settings.Place, settings.Name, settings.Prefix, settings.Encoding, settings.Networks, settings.RequestsPerSecond, settings.Burst, views, WarningOf(settings, views.Count));
    }

    private static string? WarningOf(WebhookSettings settings, int keys) => (settings.Check, keys) switch
    {
        (WebhookCheck.None, _) when settings.Networks.Count == 0 => "The webhook is open: whoever knows its address may send. Choose a check and add a key, or allow only the vendor's addresses.",
        (WebhookCheck.None, _) => "The webhook asks for no secret: whoever sends from an allowed address is believed. Choose a check and add a key.",
        (_, 0) => "Every request is refused, since there is no key. Add one.",
        _ => null,
    };
}
