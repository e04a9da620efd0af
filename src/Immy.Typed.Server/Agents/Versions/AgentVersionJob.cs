using Immy.Typed.Integrations;
using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks for latest agent versions again and again: each day, or as <c>[JobSettings]</c> of the block says.</summary>
internal sealed class AgentVersionJob(AgentVersionCheck check) : ILinkJob
{
    public string Name => AgentVersionCheck.Name;

    public bool AppliesTo(DynamicIntegration integration) => (object)integration is ISupportsGetLatestAgentVersion;

    public TimeSpan PeriodFor(DynamicIntegration integration) => check.PeriodFor(integration);

    public async Task RunAsync(LiveLink link, CancellationToken cancellationToken)
    {
        if (!await check.RunDueAsync(link, "job", cancellationToken))
        {
            throw new InvalidOperationException("No client told its latest agent version; the run's warnings say why.");
        }
    }
}
