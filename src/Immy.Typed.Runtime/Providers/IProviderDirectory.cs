using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Providers;

/// <summary>The integration instances of this host, for scripts that ask about them. Scripts wait for the answers, so they come from near by.</summary>
public interface IProviderDirectory
{
    /// <summary>The instances of that link id, or of that name in any case; empty when there is none. A link id counts before a name.</summary>
    /// <param name="name">The instance's name, or null.</param>
    /// <param name="providerLinkId">The provider link's id, or null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<ProviderInfo>> FindAsync(string? name, string? providerLinkId, CancellationToken cancellationToken);

    /// <summary>The names of all instances, to offer the one that was probably meant.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken);

    /// <summary>The agents that the last sync of an instance left.</summary>
    /// <param name="providerLinkId">The provider link's id.</param>
    /// <param name="agentId">Only the agent with this id in the remote system, in any case; null for all.</param>
    /// <param name="clientId">Only agents of this client in the remote system, in any case; null for all.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    IAsyncEnumerable<IProviderAgentDetails> GetAgentsAsync(string providerLinkId, string? agentId, string? clientId, CancellationToken cancellationToken);
}
