using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Lists the agents that the vendor's system manages, so that they can be matched to computers. A new agent waits under
/// Pending Identification until it is linked to a computer.
/// </summary>
[Capability]
public interface ISupportsListingAgents
{
    /// <summary>
    /// Lists the agents of the given clients. Runs every 60 minutes; put [JobSettings(PeriodMinutes = 5)] on the block for
    /// another period. An agent that is no longer listed is removed, so let an error stop the block rather than list only some.
    /// </summary>
    /// <param name="clientIds">
    /// The ids of the mapped clients whose agents are wanted. Null asks for all agents, where the integration has no clients.
    /// </param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>One object for each agent, made with New-IntegrationAgent.</returns>
    IAsyncEnumerable<IProviderAgentDetails> GetAgents(string[]? clientIds, CancellationToken cancellationToken);
}
