namespace Immy.Typed.Streams;

/// <summary>One HTTP request that a script sent, each redirect counted as its own. No query, header or body: secrets travel there.</summary>
/// <param name="At">When it was sent.</param>
/// <param name="Method">The method.</param>
/// <param name="Host">The host, with the port where it is not the scheme's own.</param>
/// <param name="Path">The path, masked.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Duration">How long it took until the answer's headers were there.</param>
/// <param name="Error">Why there was no answer, masked; null when there was one.</param>
public sealed record OutboundRequest(DateTimeOffset At, string Method, string Host, string Path, int? Status, TimeSpan Duration, string? Error);
