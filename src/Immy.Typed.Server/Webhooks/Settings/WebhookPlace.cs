namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>Where a secret stands in a request.</summary>
internal enum WebhookPlace
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query.</summary>
    Query,
}
