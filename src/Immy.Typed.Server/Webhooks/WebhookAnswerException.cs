namespace Immy.Typed.Server.Webhooks;

/// <summary>What the script answered cannot be sent. The message says why and how to mend it.</summary>
internal sealed class WebhookAnswerException(string message) : Exception(message);
