using Immy.Typed.Server.Runs;
using Orleans.Concurrency;

namespace Immy.Typed.Server.Cluster;

/// <inheritdoc cref="IMachineGrain"/>
[Reentrant]
[MachinePlacement]
internal sealed class MachineGrain(RunLog runs) : Grain, IMachineGrain
{
    public Task<bool> StopRunAsync(Guid run) => runs.StopAsync(run);
}
