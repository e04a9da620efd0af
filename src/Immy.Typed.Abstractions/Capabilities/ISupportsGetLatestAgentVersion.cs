using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Tells which agent version a client should have, so that agents which are behind are marked.
/// </summary>
[Capability]
public interface ISupportsGetLatestAgentVersion
{
    /// <summary>Gets the newest agent version that a client may install.</summary>
    /// <param name="externalClientId">The id of the client in the vendor's system.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The version, for example [Version]'23.4.2.14'.</returns>
    Task<Version> GetLatestAgentVersion(string externalClientId, CancellationToken cancellationToken);
}
