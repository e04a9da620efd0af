namespace Immy.Typed.Server.Maintenance;

/// <summary>An action to run, as it travels to where its provider link lives.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="CausedBy">Who asked for its session.</param>
/// <param name="ParentRun">The run of its session.</param>
[GenerateSerializer, Immutable]
internal sealed record ActionOrder([property: Id(0)] Guid ActionId, [property: Id(1)] string CausedBy, [property: Id(2)] Guid ParentRun);
