using Immy.Typed.Actions;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Fetches a token from the integration of the action's deployment; everything it needs is in the action's context.</summary>
/// <typeparam name="TCapability">The capability that has the token.</typeparam>
public abstract class TokenCommand<TCapability> : SessionCommand
    where TCapability : class
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var action = Call?.Action ?? throw Raise(HostProblems.NoAction(CommandName));
        var integration = action.Integration ?? throw Raise(HostProblems.NoIntegration(CommandName, action.WhyNoIntegration));
        var capability = (object)integration as TCapability ?? throw Raise(WithoutCapability(integration));
        var token = Await(stopped => GetTokenAsync(capability, action, integration, stopped));
        Instance.Mask.Add(token);
        WriteObject(token);
    }

    /// <summary>Asks the capability.</summary>
    /// <param name="capability">The capability.</param>
    /// <param name="action">The action's context.</param>
    /// <param name="integration">The integration.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected abstract Task<string> GetTokenAsync(TCapability capability, ActionContext action, DynamicIntegration integration, CancellationToken cancellationToken);

    private ScriptProblem WithoutCapability(DynamicIntegration integration) => integration.ExcludedCapabilities.Any(static excluded => excluded.Interface == typeof(TCapability))
        ? HostProblems.CapabilityExcluded(CommandName, integration.Name, typeof(TCapability).Name)
        : HostProblems.LacksCapability(CommandName, integration.Name, typeof(TCapability).Name);

    /// <summary>The remote client of the computer's tenant.</summary>
    /// <param name="action">The action's context.</param>
    /// <param name="integration">The integration.</param>
    protected string ClientOf(ActionContext action, DynamicIntegration integration)
        => action.ExternalClientId ?? throw new ProblemException(HostProblems.NoClient(CommandName, integration.Name, action.WhyNoClient));

    /// <summary>The remote agent of the computer.</summary>
    /// <param name="action">The action's context.</param>
    /// <param name="integration">The integration.</param>
    protected string AgentOf(ActionContext action, DynamicIntegration integration)
        => action.ExternalAgentId ?? throw new ProblemException(HostProblems.NoAgent(CommandName, integration.Name, action.WhyNoAgent));
}
