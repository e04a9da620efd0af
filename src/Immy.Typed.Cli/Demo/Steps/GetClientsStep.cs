using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Lists the clients.</summary>
internal sealed class GetClientsStep() : DemoStep(nameof(ISupportsListingClients), nameof(ISupportsListingClients.GetClients))
{
    public override string Call => "((ISupportsListingClients)integration).GetClients(cancellationToken)";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var integration = (ISupportsListingClients)(object)world.Integration;
        world.Clients = await integration.GetClients(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return StepAnswer.List(world.Clients, world.Api.Sites.Count);
    }
}
