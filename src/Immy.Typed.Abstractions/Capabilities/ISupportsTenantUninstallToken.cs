using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// Gives the secret that uninstalls any agent of a client. Uninstall scripts read it with Get-IntegrationTenantUninstallToken.
/// </summary>
[Capability]
public interface ISupportsTenantUninstallToken
{
    /// <summary>Gets the uninstall token of one client.</summary>
    /// <param name="clientId">The id of the client that is mapped to the computer's tenant.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>The token, a single string.</returns>
    Task<string> GetTenantUninstallToken(string clientId, CancellationToken cancellationToken);
}
