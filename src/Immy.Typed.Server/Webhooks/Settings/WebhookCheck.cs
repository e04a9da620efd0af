namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>How a webhook knows that a request comes from the vendor.</summary>
internal enum WebhookCheck
{
    /// <summary>Not at all: whoever knows the address may send.</summary>
    None,

    /// <summary>The key itself stands in a header or in the query.</summary>
    Secret,

    /// <summary>A header holds the HMAC-SHA256 of the raw body.</summary>
    Hmac,

    /// <summary>As standardwebhooks.com tells: id, time and body are signed, and an id counts once.</summary>
    StandardWebhooks,
}
