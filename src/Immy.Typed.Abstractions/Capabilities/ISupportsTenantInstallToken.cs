using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Gives the secret that ties a new agent to its client at installation. Install scripts read it with
/// Get-IntegrationAgentInstallToken.
/// </summary>
[Capability]
public interface ISupportsTenantInstallToken
{
    /// <summary>Gets the install token of one client.</summary>
    /// <param name="clientId">The id of the client that is mapped to the computer's tenant.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The token, a single string.</returns>
    Task<string> GetTenantInstallToken(string clientId, CancellationToken cancellationToken);
}
