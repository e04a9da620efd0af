namespace Immy.Typed.Server.Webhooks;

/// <summary>What the server says when it answers instead of the script. Nobody is told more than a stranger may know.</summary>
/// <param name="Title">What is wrong.</param>
/// <param name="Detail">What was expected.</param>
/// <param name="RunId">The run that tells the rest.</param>
/// <param name="RetryAfter">Seconds until it is worth another try.</param>
[GenerateSerializer, Immutable]
internal sealed record WebhookRefusal([property: Id(0)] string Title, [property: Id(1)] string Detail, [property: Id(2)] Guid? RunId, [property: Id(3)] int? RetryAfter);
