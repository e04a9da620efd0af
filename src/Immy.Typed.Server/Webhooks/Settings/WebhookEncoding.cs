namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>How a signature is written.</summary>
internal enum WebhookEncoding
{
    /// <summary>Two digits a byte, in either case.</summary>
    Hex,

    /// <summary>Base64.</summary>
    Base64,
}
