using Immy.Typed;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Sends support requests of users to a system of your own and, if you like, dresses the request form in your brand. Only one
/// enabled integration may have this capability.
/// </summary>
[Capability]
public interface ISupportsSupportTicketDetailOverride
{
    /// <summary>
    /// Creates a ticket for one support request. It is never called twice for the same request, whatever it writes.
    /// </summary>
    /// <param name="requesterEmail">The e-mail address to answer to.</param>
    /// <param name="subject">The request in one line.</param>
    /// <param name="notes">The request in the user's own words.</param>
    /// <param name="blobUrls">The addresses from which the attached files can be downloaded, where there are any.</param>
    /// <param name="sessionUrl">The address of the maintenance session that the request is about, where there is one.</param>
    /// <param name="user">The user who is signed in and asks.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>[SupportTicketCreationResult]@{ Success = $true; Message = '...' }; the user sees the message.</returns>
    Task<SupportTicketCreationResult> CreateTicket(
        string requesterEmail,
        string subject,
        string notes,
        string[]? blobUrls,
        string? sessionUrl,
        User user,
        CancellationToken cancellationToken);

    /// <summary>Gives the texts and options of the request form. Without this block the form keeps its own.</summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The branding, made with New-SupportFormBranding. Writing nothing keeps the form as it is.</returns>
    Task<ProviderSupportFormBranding> NewSupportFormBranding(CancellationToken cancellationToken)
        => Task.FromResult(new ProviderSupportFormBranding());
}
