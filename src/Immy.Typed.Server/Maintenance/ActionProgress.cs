namespace Immy.Typed.Server.Maintenance;

/// <summary>What is told of an action while it goes on: first its run, at last how it ended.</summary>
/// <param name="RunId">Its run.</param>
/// <param name="Outcome">How it ended; null while it goes on.</param>
[GenerateSerializer, Immutable]
internal sealed record ActionProgress([property: Id(0)] Guid RunId, [property: Id(1)] ActionOutcome? Outcome);
