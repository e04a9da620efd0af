using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>The provider link that support requests go to. There is one row at most, so that the database refuses a second link.</summary>
internal sealed class TicketTaker
{
    public int Id { get; init; } = 1;

    public required Guid ProviderLinkId { get; set; }

    public ProviderLink? ProviderLink { get; init; }
}
