using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Runs;

/// <summary>Marks runs whose process ended before they did: after a start, and when another machine of the cluster went away.</summary>
internal sealed class InterruptedRuns(IServiceScopeFactory scopes, LivingMachines machines, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger<InterruptedRuns> logger)
    : PeriodicService("Marking runs that were interrupted", TimeSpan.FromMinutes(1), running, stopping, time, logger)
{
    /// <summary>Marks them now; gives their number.</summary>
    public async Task<int> MarkAsync(CancellationToken cancellationToken)
    {
        var owners = await machines.ReadAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Runs
            .InState(RunState.Running)
            .Where(run => !owners.Contains(run.Owner))
            .ExecuteUpdateAsync(
                update => update
                    .SetProperty(static run => run.State, RunState.Interrupted)
                    .SetProperty(static run => run.EndedAt, Time.GetUtcNow())
                    .SetProperty(static run => run.Message, "The server ended while it went on. What it had not saved was not done; a job does it again at its next time."),
                cancellationToken);
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => MarkAsync(cancellationToken);
}
