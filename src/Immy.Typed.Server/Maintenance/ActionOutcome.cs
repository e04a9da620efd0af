namespace Immy.Typed.Server.Maintenance;

/// <summary>How an action ended.</summary>
/// <param name="State">Succeeded, failed or cancelled.</param>
/// <param name="Output">What its script wrote as results, secrets masked.</param>
/// <param name="Error">What went wrong.</param>
[GenerateSerializer, Immutable]
internal sealed record ActionOutcome([property: Id(0)] WorkState State, [property: Id(1)] string? Output, [property: Id(2)] string? Error);
