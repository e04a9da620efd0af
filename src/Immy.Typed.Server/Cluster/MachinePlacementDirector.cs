using Orleans.Runtime.Placement;

namespace Immy.Typed.Server.Cluster;

/// <inheritdoc cref="MachinePlacement"/>
internal sealed class MachinePlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var machine = SiloAddress.FromParsableString(target.GrainIdentity.Key.ToString()!);
        return context.GetCompatibleSilos(target).Contains(machine)
            ? Task.FromResult(machine)
            : throw new OrleansException($"The machine {machine} is no part of the cluster any more.");
    }
}
