using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Finds the agent's id on a computer, for whose sake the walk's action runs.</summary>
internal sealed class GetInventoryScriptStep() : DemoStep(nameof(ISupportsInventoryIdentification), nameof(ISupportsInventoryIdentification.GetInventoryScript))
{
    public override string Call => "((ISupportsInventoryIdentification)integration).GetInventoryScript(cancellationToken)";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var integration = (ISupportsInventoryIdentification)(object)world.Integration;
        var agentId = await integration.GetInventoryScript(cancellationToken).ConfigureAwait(false);
        if (agentId is null)
        {
            return StepAnswer.None($"No agent was found on {world.Computer.Name}.");
        }

        var isKnown = world.Agents.Any(agent => agent.ExternalAgentId == agentId && agent.Name == world.Computer.Name);
        return StepAnswer.One(agentId, isKnown ? null : $"GetAgents listed no such agent on {world.Computer.Name}.");
    }
}
