namespace Immy.Typed.Server.SupportTickets;

/// <summary>A support request.</summary>
/// <param name="Subject">The request in one line.</param>
/// <param name="Notes">The request in the user's own words.</param>
/// <param name="RequesterEmail">The e-mail address to answer to; may be left out where the name of whoever is signed in is one.</param>
/// <param name="BlobUrls">The addresses from which attached files can be downloaded.</param>
/// <param name="SessionUrl">The address of the maintenance session that it is about.</param>
internal sealed record SendSupportTicket(string? Subject, string? Notes, string? RequesterEmail, IReadOnlyList<string?>? BlobUrls, string? SessionUrl);
