using Immy.Typed.Server.Storage;
using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;

namespace Immy.Typed.Server.Runs;

/// <summary>Saves runs and their events a few times a second, so that no script waits for the database.</summary>
internal sealed partial class RunWriter(RunLog log, IServiceScopeFactory scopes, TimeProvider time, ILogger<RunWriter> logger) : BackgroundService
{
    // While the database is away the newest are kept; a server that runs out of memory helps nobody.
    private const int MostInMemory = 20_000;
    private const int Batch = 2_000;

    // The change tracker costs more than all else of a webhook's record.
    // The texts of larger statements would be large objects, which only full collections take back.
    private static readonly BulkCopyOptions Insert = new() { BulkCopyType = BulkCopyType.MultipleRows, MaxBatchSize = 100 };

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Saves what there is now.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var batch in log.Live.Chunk(Batch))
            {
                await SaveAsync(batch, cancellationToken);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        log.GiveUp();
        await TryFlushAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFlushAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops, or never started; what is left is saved then.
        }
    }

    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogCannotSave(exception, log.Live.Count);
            DropOldest();
        }
    }

    private async Task SaveAsync(LiveRun[] runs, CancellationToken cancellationToken)
    {
        var taken = runs.Select(static live => (Live: live, What: live.Take())).Where(static run => run.What is not null).Select(static run => (run.Live, run.What!.Value.Row, run.What.Value.Events)).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await InsertAsync(database, taken.Where(static run => !run.Live.IsInserted).Select(static run => run.Row), cancellationToken);
            database.UpdateRange(taken.Where(static run => run.Live.IsInserted).Select(static run => run.Row));
            await database.SaveChangesAsync(cancellationToken);
            await InsertAsync(database, taken.SelectMany(static run => run.Events), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            taken.ForEach(static run => run.Live.PutBack(run.Events));
            throw;
        }

        foreach (var (live, row, _) in taken)
        {
            live.WasSaved();
            if (row.EndedAt is not null)
            {
                log.Forget(live);
            }
        }
    }

    private static async Task InsertAsync<T>(ImmyDbContext database, IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Any())
        {
            await database.BulkCopyAsync(Insert, rows, cancellationToken);
        }
    }

    private void DropOldest()
    {
        var tooMany = log.Live.Count - MostInMemory;
        if (tooMany <= 0)
        {
            return;
        }

        foreach (var live in log.Live.Where(static live => live.Run.EndedAt is not null).OrderBy(static live => live.Run.EndedAt).Take(tooMany))
        {
            log.Forget(live);
        }

        LogDropped(tooMany);
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "{Count} runs cannot be saved; they are kept in memory and saved when the database answers.")]
    private partial void LogCannotSave(Exception exception, int count);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "{Count} of the oldest runs were given up: the database has been away too long.")]
    private partial void LogDropped(int count);
}
