using System.Management.Automation;
using Immy.Typed.Actions;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets the token with which this computer's agent is uninstalled, in a script that runs for an action of a deployment.</summary>
/// <example>
/// In the uninstall script of software that is linked to an integration.
/// <code>
/// $token = Get-IntegrationAgentUninstallToken
/// Invoke-ImmyCommand { &amp; 'C:\Program Files\Acme\AcmeCtl.exe' uninstall $using:token }
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "IntegrationAgentUninstallToken")]
[OutputType(typeof(string))]
public sealed class GetIntegrationAgentUninstallTokenCommand : TokenCommand<ISupportsAgentUninstallToken>
{
    /// <inheritdoc/>
    protected override Task<string> GetTokenAsync(ISupportsAgentUninstallToken capability, ActionContext action, DynamicIntegration integration, CancellationToken cancellationToken)
        => capability.GetAgentUninstallToken(AgentOf(action, integration), cancellationToken);
}
