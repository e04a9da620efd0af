using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Ends what servers left behind that ended too early: sessions that still seem to go on, and agents in maintenance mode.</summary>
internal sealed class MaintenanceKeeper(
    MaintenanceStore store, MaintenanceRunner runner, MaintenanceModes modes, LivingMachines machines, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger<MaintenanceKeeper> logger)
    : PeriodicService("Tidying up after maintenance sessions", TimeSpan.FromMinutes(1), running, stopping, time, logger)
{
    /// <summary>Does it now.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        await store.InterruptAsync(await machines.ReadAsync(cancellationToken), runner.IsRunning, cancellationToken);
        await modes.EndLeftAsync(cancellationToken);
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => TidyAsync(cancellationToken);
}
