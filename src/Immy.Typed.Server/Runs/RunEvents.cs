using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Runs;

/// <summary>Follows a run's events, wherever in the cluster it goes on.</summary>
internal sealed class RunEvents(RunLog log, IServiceScopeFactory scopes, ServerStopping stopping)
{
    private const int Batch = 1000;

    // A run of another machine tells nobody here when it is saved.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Events after one of them, until the run has ended; the last item is the run itself.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(Guid id, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // Asked before the database is read, or what is saved in between would be waited for.
            var saved = log.Find(id)?.Saved;
            var (run, events) = await ReadAsync(id, after, cancellationToken);
            foreach (var happened in events)
            {
                after = happened.Id;
                yield return new SseItem<object>(RunEventView.Of(happened), "event") { EventId = $"{after}" };
            }

            if (run is { EndedAt: not null } && events.Count < Batch)
            {
                yield return new SseItem<object>(RunView.Of(run), "end");
                yield break;
            }

            // A server that stops waits for requests; who watches asks the next one.
            if (stopping.HasBegun)
            {
                yield break;
            }

            if (events.Count < Batch)
            {
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Begun);
                await Task.WhenAny(saved ?? Task.Delay(Look, wait.Token), Task.Delay(Look, wait.Token));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<(Run? Run, IReadOnlyList<RunEvent> Events)> ReadAsync(Guid id, long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();

        // The run first: its events were saved with it or before.
        var run = await database.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken);
        return (run, await database.RunEvents.AsNoTracking().Where(happened => happened.RunId == id && happened.Id > after).OrderBy(static happened => happened.Id).Take(Batch).ToListAsync(cancellationToken));
    }
}
