using Immy.Typed.Integrations;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Finds computers of agents again and again.</summary>
internal sealed class IdentificationJob(Identification identification, ServerOptions options) : ILinkJob
{
    public string Name => "Identification";

    public bool AppliesTo(DynamicIntegration integration) => (object)integration is ISupportsListingAgents;

    public TimeSpan PeriodFor(DynamicIntegration integration) => options.IdentificationPeriod;

    public Task RunAsync(LiveLink link, CancellationToken cancellationToken) => identification.RunAsync(link, cancellationToken);
}
