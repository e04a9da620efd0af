using Immy.Typed;
using Immybot.Backend.Domain.Models;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Lists the versions of the agent that the vendor offers. They become the versions of the software that is linked to the
/// integration.
/// </summary>
[Capability]
public interface ISupportsDynamicVersions
{
    /// <summary>Lists the versions that one client may install.</summary>
    /// <param name="externalClientId">The id of the client in the vendor's system.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>One object for each installer, made with New-DynamicVersion.</returns>
    IAsyncEnumerable<DynamicVersion> GetDynamicVersions(string externalClientId, CancellationToken cancellationToken);
}
