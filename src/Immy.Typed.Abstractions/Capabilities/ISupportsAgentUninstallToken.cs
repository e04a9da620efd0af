using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Gives the secret that uninstalls one particular agent. Uninstall scripts read it with Get-IntegrationAgentUninstallToken.
/// </summary>
[Capability]
public interface ISupportsAgentUninstallToken
{
    /// <summary>Gets the uninstall token of one agent.</summary>
    /// <param name="agentId">The id of the agent that is linked to the computer.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The token, a single string.</returns>
    Task<string> GetAgentUninstallToken(string agentId, CancellationToken cancellationToken);
}
