namespace Immy.Typed.Server.Webhooks;

/// <summary>Why a request does not reach the script.</summary>
/// <param name="Answer">What the sender is told.</param>
/// <param name="Reason">What the run tells: it may name the check that failed.</param>
internal sealed record WebhookDenial(WebhookAnswer Answer, string Reason)
{
    public static WebhookDenial Address(string? address, int networks) => new(
        WebhookAnswer.Refuse(StatusCodes.Status403Forbidden, "The address may not send.", "Requests from this address are not taken. An administrator of the server allows it in the webhook's settings."),
        $"The address {address ?? "(unknown)"} is in none of the {networks} allowed networks. Add it to allowedAddresses if it is the vendor's.");

    public static WebhookDenial Signature(string reason) => new(
        WebhookAnswer.Refuse(StatusCodes.Status401Unauthorized, "The request is not known to be the vendor's.", "Sign it, or send the secret, as the webhook's settings say. The record of the run tells an administrator what is missing."), reason);

    public static WebhookDenial Rate(int retryAfter) => new(
        WebhookAnswer.Refuse(StatusCodes.Status429TooManyRequests, "There are too many requests.", "The webhook takes no more at the moment. Send it again later, as Retry-After says.", retryAfter: retryAfter),
        "There were more requests than requestsPerSecond and burst of the webhook's settings allow.");

    public static WebhookDenial Keys() => new(
        WebhookAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, "The webhook cannot answer.", "The server cannot check requests at the moment. Send it again later.", retryAfter: 60),
        "The webhook's keys cannot be decrypted: the server's protection keys are not those that they were saved with. Bring those back, or revoke the webhook's keys and add new ones.");
}
