using System.Management.Automation;
using Immy.Typed.Actions;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets the token with which the agent is installed for the computer's tenant, in a script that runs for an action of a deployment.</summary>
/// <example>
/// In the install script of software that is linked to an integration.
/// <code>
/// $token = Get-IntegrationAgentInstallToken
/// Invoke-ImmyCommand { &amp; 'C:\Program Files\Acme\AcmeCtl.exe' register $using:token }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntegrationAgentInstallToken")]
[OutputType(typeof(string))]
public sealed class GetIntegrationAgentInstallTokenCommand : TokenCommand<ISupportsTenantInstallToken>
{
    /// <inheritdoc/>
    protected override Task<string> GetTokenAsync(ISupportsTenantInstallToken capability, ActionContext action, DynamicIntegration integration, CancellationToken cancellationToken)
        => capability.GetTenantInstallToken(ClientOf(action, integration), cancellationToken);
}
