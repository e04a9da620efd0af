using System.Linq.Expressions;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Retention;

/// <summary>Deletes what is kept long enough, each hour.</summary>
internal sealed partial class Retirement(IServiceScopeFactory scopes, ServerOptions options, ServerRunning running, TimeProvider time, ILogger<Retirement> logger) : BackgroundService
{
    // Few enough that other saves need not wait for long.
    private const int Batch = 1000;

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Deletes it now; gives the number of runs, audit entries and agents.</summary>
    public async Task<(int Runs, int Audit, int Agents)> DeleteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (runs, audit, agents) = (now - options.Retention.Runs, now - options.Retention.Audit, now - options.Retention.GoneAgents);
        return (
            await DeleteAsync(database => database.Runs.Where(run => run.EndedAt != null && run.EndedAt < runs).OrderBy(static run => run.Id), static run => run.Id, cancellationToken),
            await DeleteAsync(database => database.Audit.Where(entry => entry.At < audit).OrderBy(static entry => entry.Id), static entry => entry.Id, cancellationToken),
            await DeleteAsync(database => database.Agents.Where(agent => agent.GoneAt != null && agent.GoneAt < agents).OrderBy(static agent => agent.Id), static agent => agent.Id, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await running.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                var deleted = await DeleteAsync(stoppingToken);
                LogDeleted(deleted.Runs, deleted.Audit, deleted.Agents);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while.
                LogCannotDelete(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
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
    private partial void LogDeleted(int runs, int audit, int agents);

    [LoggerMessage(EventId = 41, Level = LogLevel.Error, Message = "What was kept long enough cannot be deleted; it is tried again in an hour.")]
    private partial void LogCannotDelete(Exception exception);
}
