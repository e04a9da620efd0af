using Immy.Typed;
using Immybot.Backend.Providers.Interfaces;

namespace Acme.Contracts;

/// <summary>Lists agents in an order that it tells.</summary>
[Capability]
public interface ISupportsSortingAgents : ISupportsListingAgents
{
    /// <summary>What the agents are sorted by.</summary>
    /// <param name="cancellationToken">Stops the script.</param>
    /// <returns>The name of the property.</returns>
    Task<string> GetSortOrder(CancellationToken cancellationToken);
}
