using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Lists the agents of all mapped clients.</summary>
internal sealed class GetAgentsStep() : DemoStep(nameof(ISupportsListingAgents), nameof(ISupportsListingAgents.GetAgents))
{
    public override string Call => "((ISupportsListingAgents)integration).GetAgents(clientIds, cancellationToken)   // mapped clients";

    public override IReadOnlyList<string> Columns =>
    [
        nameof(IProviderAgentDetails.Name),
        nameof(IProviderAgentDetails.OSName),
        nameof(IProviderAgentDetails.Manufacturer),
        nameof(IProviderAgentDetails.SerialNumber),
        nameof(IProviderAgentDetails.AgentVersion),
        nameof(IProviderAgentDetails.IsOnline),
    ];

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var integration = (ISupportsListingAgents)(object)world.Integration;
        var clientIds = world.Clients.Select(static client => client.ExternalClientId).ToArray();
        world.Agents = await integration.GetAgents(clientIds, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return StepAnswer.List(world.Agents, world.Api.Agents.Count);
    }
}
