namespace Immy.Typed.Server.SupportTickets;

/// <summary>What a provider link says of a ticket.</summary>
/// <param name="Exists">True when it exists.</param>
/// <param name="Message">What the user is told, secrets masked.</param>
[GenerateSerializer, Immutable]
internal sealed record TicketAnswer([property: Id(0)] bool Exists, [property: Id(1)] string? Message);
