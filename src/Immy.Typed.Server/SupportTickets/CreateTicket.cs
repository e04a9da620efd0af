using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>Asks a provider link to create a ticket. It is asked once: a ticket may exist, whatever comes of it.</summary>
/// <param name="RequesterEmail">The e-mail address to answer to.</param>
/// <param name="Subject">The request in one line.</param>
/// <param name="Notes">The request in the user's own words.</param>
/// <param name="BlobUrls">Where attached files are.</param>
/// <param name="SessionUrl">The maintenance session that it is about.</param>
/// <param name="UserId">The id of whoever asks.</param>
/// <param name="CausedBy">Who asks.</param>
/// <param name="ParentRun">The run that it is a part of.</param>
[GenerateSerializer, Immutable]
internal sealed record CreateTicket(
    [property: Id(0)] string RequesterEmail,
    [property: Id(1)] string Subject,
    [property: Id(2)] string Notes,
    [property: Id(3)] string[]? BlobUrls,
    [property: Id(4)] string? SessionUrl,
    [property: Id(5)] string UserId,
    [property: Id(6)] string CausedBy,
    [property: Id(7)] Guid? ParentRun) : LinkRequest<TicketAnswer>
{
    public override Task<TicketAnswer> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = link.Require<ISupportsSupportTicketDetailOverride>();
        return services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Capability,
            $"{TicketCapability.Name}.{nameof(desk.CreateTicket)}",
            link.Id,
            CausedBy,
            async run =>
            {
                // Whoever asked may go away; a ticket that is half made is worse than one that nobody waits for.
                var result = await desk.CreateTicket(RequesterEmail, Subject, Notes, BlobUrls, SessionUrl, new User { Id = UserId, Email = RequesterEmail }, CancellationToken.None);
                var message = string.IsNullOrWhiteSpace(result.Message) ? null : link.Integration.Mask.Mask(result.Message);
                if (!result.Success)
                {
                    run.Fail(message ?? "The script says that there is no ticket, and not why.");
                }

                return new TicketAnswer(result.Success, message);
            },
            isWhole: true,
            ParentRun);
    }
}
