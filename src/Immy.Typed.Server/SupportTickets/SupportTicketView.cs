namespace Immy.Typed.Server.SupportTickets;

/// <summary>A support request that was sent.</summary>
/// <param name="Message">What the integration tells the user, such as the ticket's number.</param>
/// <param name="ProviderLinkId">The provider link that it went to.</param>
/// <param name="ProviderLinkName">Its name.</param>
/// <param name="RunId">Its run.</param>
internal sealed record SupportTicketView(string? Message, Guid ProviderLinkId, string ProviderLinkName, Guid RunId);
