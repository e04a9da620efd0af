using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Lists the clients that the vendor's system knows, so that they can be mapped to tenants. Adds the Clients tab to the
/// integration, which suggests a tenant for each client by its name.
/// </summary>
[Capability]
public interface ISupportsListingClients
{
    /// <summary>Lists every client of the vendor's system.</summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>One object for each client, made with New-IntegrationClient.</returns>
    IAsyncEnumerable<IProviderClientDetails> GetClients(CancellationToken cancellationToken);
}
