using Immy.Typed.Streams;

namespace Immy.Typed.Server.Capabilities;

/// <summary>What a block gave.</summary>
/// <param name="Json">The result; null where the block owes none.</param>
/// <param name="Outcome">Ok or Partial.</param>
/// <param name="Run">The run with all of it.</param>
[GenerateSerializer, Immutable]
internal sealed record BlockAnswer([property: Id(0)] string? Json, [property: Id(1)] RunOutcome Outcome, [property: Id(2)] Guid Run);
