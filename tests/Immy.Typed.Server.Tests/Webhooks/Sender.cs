using StandardWebhooks;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Signs as vendors of the standard do, with a library that is not the server's.</summary>
internal static class Sender
{
    /// <summary>The headers of a message that is sent so many seconds from now.</summary>
    public static (string Name, string Value)[] Signed(StandardWebhook sender, string id, string body, int seconds = 0)
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(seconds);
        return [("webhook-id", id), ("webhook-timestamp", $"{at.ToUnixTimeSeconds()}"), ("webhook-signature", sender.Sign(id, at, body))];
    }
}
