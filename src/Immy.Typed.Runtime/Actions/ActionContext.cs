using Immy.Typed.Computers;
using Immy.Typed.Integrations;

namespace Immy.Typed.Actions;

/// <summary>
/// What a script works for: a computer, and the integration that the action's deployment is linked to. The token
/// commands and <c>Invoke-ImmyCommand</c> take all that they need from here.
/// </summary>
public sealed record ActionContext
{
    /// <summary>The computer; null when the action has none.</summary>
    public IComputer? Computer { get; init; }

    /// <summary>The integration instance of the action's deployment; null when the deployment is linked to none.</summary>
    public DynamicIntegration? Integration { get; init; }

    /// <summary>Why there is no integration; null leaves it to the command to say.</summary>
    public ActionLack? WhyNoIntegration { get; init; }

    /// <summary>The remote client that the computer's tenant is mapped to in that instance; null when it is not mapped.</summary>
    public string? ExternalClientId { get; init; }

    /// <summary>Why there is no client.</summary>
    public ActionLack? WhyNoClient { get; init; }

    /// <summary>The remote agent that the computer is linked to in that instance; null when it is not linked.</summary>
    public string? ExternalAgentId { get; init; }

    /// <summary>Why there is no agent.</summary>
    public ActionLack? WhyNoAgent { get; init; }
}
