namespace Immy.Typed.Server.Cluster;

/// <summary>The machines of the cluster that live, by the address that runs and sessions name as their owner.</summary>
internal sealed class LivingMachines(IGrainFactory grains)
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        var alive = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellationToken);
        return [.. alive.Keys.Select(static machine => machine.ToParsableString())];
    }
}
