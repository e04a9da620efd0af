namespace Immy.Typed.Server.Software;

/// <summary>What a provider link answers that is asked for the install script it offers.</summary>
/// <param name="Script">The text, secrets masked; null when there is none.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="RunId">The run.</param>
[GenerateSerializer, Immutable]
internal sealed record OfferedText([property: Id(0)] string? Script, [property: Id(1)] string? Why, [property: Id(2)] Guid RunId);
