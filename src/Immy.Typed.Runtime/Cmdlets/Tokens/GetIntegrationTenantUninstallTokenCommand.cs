using System.Management.Automation;
using Immy.Typed.Actions;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets the token with which agents of the computer's tenant are uninstalled, in a script that runs for an action of a deployment.</summary>
/// <example>
/// In the uninstall script of software that is linked to an integration.
/// <code>
/// $token = Get-IntegrationTenantUninstallToken
/// Invoke-ImmyCommand { &amp; 'C:\Program Files\Acme\AcmeCtl.exe' uninstall $using:token }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntegrationTenantUninstallToken")]
[OutputType(typeof(string))]
public sealed class GetIntegrationTenantUninstallTokenCommand : TokenCommand<ISupportsTenantUninstallToken>
{
    /// <inheritdoc/>
    protected override Task<string> GetTokenAsync(ISupportsTenantUninstallToken capability, ActionContext action, DynamicIntegration integration, CancellationToken cancellationToken)
        => capability.GetTenantUninstallToken(ClientOf(action, integration), cancellationToken);
}
