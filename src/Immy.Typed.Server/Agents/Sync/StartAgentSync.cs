using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks a provider link to take over the agents of its remote system; the answer is the run.</summary>
/// <param name="ConfirmsRemovals">True when a person agreed to many removals.</param>
/// <param name="CausedBy">Who asks.</param>
[GenerateSerializer, Immutable]
internal sealed record StartAgentSync([property: Id(0)] bool ConfirmsRemovals, [property: Id(1)] string CausedBy) : LinkRequest<Guid>
{
    public override Task<Guid> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        link.Require<ISupportsListingAgents>();
        return Task.FromResult(services.GetRequiredService<RunLog>().Start(RunKind.AgentSync, "Sync of agents", link, CausedBy, async (own, run, stopped) =>
        {
            using (await own.AloneAsync("agents", stopped))
            {
                await services.GetRequiredService<AgentSync>().RunAsync(own, run, ConfirmsRemovals, stopped);
            }

            await services.GetRequiredService<AgentVersionCheck>().RunDueAsync(own, CausedBy, stopped);
        }));
    }
}
