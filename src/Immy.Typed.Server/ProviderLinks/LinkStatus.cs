namespace Immy.Typed.Server.ProviderLinks;

/// <summary>How a provider link fares, and why.</summary>
/// <param name="Health">How it fares.</param>
/// <param name="Message">Why, unless it is healthy.</param>
/// <param name="Capabilities">What it can do; empty while it does not load.</param>
[GenerateSerializer]
internal sealed record LinkStatus([property: Id(0)] LinkHealth Health, [property: Id(1)] string? Message, [property: Id(2)] IReadOnlyList<string> Capabilities);
