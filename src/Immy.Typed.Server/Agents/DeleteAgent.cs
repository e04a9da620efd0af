using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks the remote system to delete an agent.</summary>
[GenerateSerializer, Immutable]
internal sealed record DeleteAgent([property: Id(0)] Guid Agent, [property: Id(1)] string CausedBy) : LinkRequest<bool>
{
    public override async Task<bool> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
    {
        var capability = link.Require<ISupportsDeletingOfflineAgent>();
        var agent = await services.GetRequiredService<AgentStore>().ReadAsync(Agent, cancellationToken);
        return await services.GetRequiredService<RunLog>().DoAsync(RunKind.Capability, $"Deletion of agent {agent.Name}", link.Id, CausedBy, async _ =>
        {
            await capability.DeleteAgent(AgentRecords.Of(agent), cancellationToken);
            await services.GetRequiredService<AgentStore>().GoneAsync(Agent, cancellationToken);
            return true;
        });
    }
}
