using Immy.Typed.Integrations;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Takes over agents again and again: each hour, or as <c>[JobSettings]</c> of the block says.</summary>
internal sealed class AgentSyncJob(AgentSync sync, AgentVersionCheck versions, RunLog runs, ServerOptions options) : ILinkJob
{
    public string Name => "Sync of agents";

    public bool AppliesTo(DynamicIntegration integration) => (object)integration is ISupportsListingAgents;

    public TimeSpan PeriodFor(DynamicIntegration integration)
        => integration.PeriodOf(nameof(ISupportsListingAgents), nameof(ISupportsListingAgents.GetAgents)) ?? options.AgentSyncPeriod;

    public async Task RunAsync(LiveLink link, CancellationToken cancellationToken)
    {
        await SyncAsync(link, cancellationToken);
        await versions.RunDueAsync(link, "job", cancellationToken);
    }

    private async Task SyncAsync(LiveLink link, CancellationToken cancellationToken)
    {
        using var alone = await link.AloneAsync("agents", cancellationToken);
        await runs.DoAsync(RunKind.AgentSync, Name, link.Id, "job", async run =>
        {
            var result = await sync.RunAsync(link, run, confirmsRemovals: false, cancellationToken);
            return result is { Listed: 0, Message: not null } && run.Blocks.Count > 0 ? throw new InvalidOperationException(result.Message) : result;
        });
    }
}
