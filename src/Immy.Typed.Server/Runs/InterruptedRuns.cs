using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Runs;

/// <summary>Marks runs whose process ended before they did: after a start, and when another machine of the cluster went away.</summary>
internal sealed partial class InterruptedRuns(IServiceScopeFactory scopes, IGrainFactory grains, ServerRunning running, TimeProvider time, ILogger<InterruptedRuns> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Marks them now; gives their number.</summary>
    public async Task<int> MarkAsync(CancellationToken cancellationToken)
    {
        var alive = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellationToken);
        var owners = alive.Keys.Select(static machine => machine.ToParsableString()).ToList();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Runs
            .Where(run => run.State == RunState.Running && !owners.Contains(run.Owner))
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(static run => run.State, RunState.Interrupted)
                    .SetProperty(static run => run.EndedAt, time.GetUtcNow())
                    .SetProperty(static run => run.Message, "The server ended while it went on. What it had not saved was not done; a job does it again at its next time."),
                cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await running.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await MarkAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while.
                LogCannotMark(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 13, Level = LogLevel.Error, Message = "Runs that were interrupted cannot be marked; it is tried again in a minute.")]
    private partial void LogCannotMark(Exception exception);
}
