using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Providers;

/// <summary>The integration instances of this host, for scripts that ask about them.</summary>
public interface IProviderDirectory
{
    /// <summary>The instance of that name (any case) or link id; null when there is none.</summary>
    /// <param name="name">The instance's name, or null.</param>
    /// <param name="providerLinkId">The provider link's id, or null.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<ProviderInfo?> FindAsync(string? name, int? providerLinkId, CancellationToken cancellationToken);

    /// <summary>The agents that the last sync of an instance left.</summary>
    /// <param name="providerLinkId">The provider link's id.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    Task<IReadOnlyList<IProviderAgentDetails>> GetAgentsAsync(int providerLinkId, CancellationToken cancellationToken);
}
