using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Says where the agent's installer can be downloaded. Adds Download installer to the integration's clients.
/// </summary>
[Capability]
public interface ISupportsDownloadAgentInstaller
{
    /// <summary>Gets the address of the installer for one client.</summary>
    /// <param name="clientId">The id of the client in the vendor's system.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>
    /// [AgentInstallerDownload]@{ Url = '...'; FileName = 'agent.msi' }, with Headers = @{ } where the download needs them.
    /// </returns>
    Task<AgentInstallerDownload> GetAgentInstallerDownload(string clientId, CancellationToken cancellationToken);
}
