using Immy.Typed.Server.ProviderLinks;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Agents;

/// <summary>Asks where the remote system's console shows an agent.</summary>
[GenerateSerializer, Immutable]
internal sealed record GetAgentUrl([property: Id(0)] Guid Agent) : LinkRequest<string?>
{
    public override async Task<string?> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken)
        => await link.Require<ISupportsExternalProviderAgentUrl>().GetExternalProviderAgentUrl(
            AgentRecords.Of(await services.GetRequiredService<AgentStore>().ReadAsync(Agent, cancellationToken)), cancellationToken);
}
