using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>Asks a provider link for its branding of the support request form.</summary>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record GetSupportForm([property: Id(0)] string CausedBy) : LinkRequest<SupportFormTexts>
{
    public override Task<SupportFormTexts> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var desk = link.Require<ISupportsSupportTicketDetailOverride>();
        return services.GetRequiredService<RunLog>().DoAsync(
            RunKind.Capability,
            $"{TicketCapability.Name}.{nameof(desk.NewSupportFormBranding)}",
            link.Id,
            CausedBy,
            async _ => SupportFormTexts.Of(await desk.NewSupportFormBranding(cancellationToken), link.Integration.Mask),
            isWhole: true);
    }
}
