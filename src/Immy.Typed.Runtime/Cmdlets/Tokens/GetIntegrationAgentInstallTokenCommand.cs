using System.Management.Automation;
using Immy.Typed.Actions;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets the token with which the agent is installed for the computer's tenant, in a script that runs for an action of a deployment.</summary>
[Cmdlet(VerbsCommon.Get, "IntegrationAgentInstallToken")]
[OutputType(typeof(string))]
public sealed class GetIntegrationAgentInstallTokenCommand : TokenCommand<ISupportsTenantInstallToken>
{
    /// <inheritdoc/>
    protected override Task<string> GetTokenAsync(ISupportsTenantInstallToken capability, ActionContext action, DynamicIntegration integration, CancellationToken cancellationToken)
        => capability.GetTenantInstallToken(ClientOf(action, integration), cancellationToken);
}
