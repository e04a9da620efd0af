namespace Immy.Typed.Server.Webhooks;

/// <summary>A request's body is not what its content type says. The message tells where.</summary>
internal sealed class WebhookBodyException(string message) : Exception(message);
