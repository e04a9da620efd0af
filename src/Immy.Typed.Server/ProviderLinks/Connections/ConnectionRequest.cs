namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A request that a script sent, without anything in which secrets travel.</summary>
/// <param name="At">When.</param>
/// <param name="Request">Verb, host and path.</param>
/// <param name="Status">The answer's status; null without an answer.</param>
/// <param name="Error">Why there was none.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ConnectionRequest(DateTimeOffset At, string Request, int? Status, string? Error, TimeSpan Duration);
