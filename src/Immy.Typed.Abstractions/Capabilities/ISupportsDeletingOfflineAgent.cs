using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Deletes an agent that is gone from the vendor's system. The action is offered for agents that are offline and refused for
/// those that are online.
/// </summary>
[Capability]
public interface ISupportsDeletingOfflineAgent
{
    /// <summary>Deletes one agent in the vendor's system.</summary>
    /// <param name="agent">The agent, as GetAgents listed it last.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>Nothing. Throw where the vendor's system refuses.</returns>
    Task DeleteAgent(IProviderAgentDetails agent, CancellationToken cancellationToken);
}
