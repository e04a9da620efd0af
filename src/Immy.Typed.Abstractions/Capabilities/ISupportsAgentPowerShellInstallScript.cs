using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Offers a PowerShell script that installs the agent. It becomes the install script of the software that is linked to the
/// integration.
/// </summary>
[Capability]
public interface ISupportsAgentPowerShellInstallScript
{
    /// <summary>Gets the script that installs the agent for one client.</summary>
    /// <param name="clientId">The id of the client in the vendor's system.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The text of a PowerShell script that runs on the computer without questions to the user.</returns>
    Task<string> GetAgentPowerShellInstallScript(string clientId, CancellationToken cancellationToken);
}
