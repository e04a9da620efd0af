using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Ends what servers left behind that ended too early: sessions that still seem to go on, and agents in maintenance mode.</summary>
internal sealed partial class MaintenanceKeeper(MaintenanceStore store, MaintenanceRunner runner, MaintenanceModes modes, IGrainFactory grains, ServerRunning running, TimeProvider time, ILogger<MaintenanceKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Does it now.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        var alive = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellationToken);
        await store.InterruptAsync([.. alive.Keys.Select(static machine => machine.ToParsableString())], runner.IsRunning, cancellationToken);
        await modes.EndLeftAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await running.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await TidyAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while.
                LogCannotTidy(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "Maintenance sessions that were interrupted cannot be ended; it is tried again in a minute.")]
    private partial void LogCannotTidy(Exception exception);
}
