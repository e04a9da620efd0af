using System.Linq.Expressions;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Retention;

/// <summary>Deletes what is kept long enough, each hour.</summary>
internal sealed partial class Retirement(IServiceScopeFactory scopes, ServerOptions options, ServerRunning running, ServerStopping stopping, TimeProvider time, ILogger<Retirement> logger)
    : PeriodicService("Deleting what was kept long enough", TimeSpan.FromHours(1), running, stopping, time, logger)
{
    // Few enough that other saves need not wait for long.
    private const int Batch = 1000;

    /// <summary>Deletes it now; gives the number of runs, audit entries and agents.</summary>
    public async Task<(int Runs, int Audit, int Agents)> DeleteAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var (runs, audit, agents) = (now - options.Retention.Runs, now - options.Retention.Audit, now - options.Retention.GoneAgents);
        var deleted = (
            Runs: await DeleteAsync(database => database.Runs.Where(run => run.EndedAt != null && run.EndedAt < runs).OrderBy(static run => run.Id), static run => run.Id, cancellationToken),
            Audit: await DeleteAsync(database => database.Audit.Where(entry => entry.At < audit).OrderBy(static entry => entry.Id), static entry => entry.Id, cancellationToken),
            Agents: await DeleteAsync(database => database.Agents.Where(agent => agent.GoneAt != null && agent.GoneAt < agents).OrderBy(static agent => agent.Id), static agent => agent.Id, cancellationToken));
        if (deleted.Agents > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(
                Actor.Server, AuditAction.Deleted, Subjects.NameOf(typeof(RemoteAgent)), null, $"{deleted.Agents} that were gone before {agents:u}", null, cancellationToken);
        }

        return deleted;
    }

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        var deleted = await DeleteAsync(cancellationToken);
        LogDeleted(Logger, deleted.Runs, deleted.Audit, deleted.Agents);
    }

    private async Task<int> DeleteAsync<T, TKey>(Func<ImmyDbContext, IOrderedQueryable<T>> old, Expression<Func<T, TKey>> key, CancellationToken cancellationToken)
        where T : class
    {
        var deleted = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
            var keys = await old(database).Select(key).Take(Batch).ToListAsync(cancellationToken);
            if (keys.Count == 0)
            {
                return deleted;
            }

            deleted += await database.Set<T>().Where(Among(key, keys)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static Expression<Func<T, bool>> Among<T, TKey>(Expression<Func<T, TKey>> key, List<TKey> keys)
    {
        Expression<Func<List<TKey>>> captured = () => keys;
        var contains = Expression.Call(captured.Body, nameof(List<TKey>.Contains), null, key.Body);
        return Expression.Lambda<Func<T, bool>>(contains, key.Parameters);
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Debug, Message = "Deleted what was kept long enough: {Runs} runs, {Audit} entries of the audit, {Agents} agents.")]
    private static partial void LogDeleted(ILogger logger, int runs, int audit, int agents);
}
