using System.Collections.Concurrent;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Telemetry;

namespace Immy.Typed.Server.Runs;

/// <summary>The record of all work in this process. What happens is kept in memory for a moment and saved in batches.</summary>
internal sealed partial class RunLog
{
    private static readonly AsyncLocal<RunScope?> Ambient = new();

    private readonly ConcurrentDictionary<Guid, LiveRun> _live = new();
    private readonly ILocalSiloDetails _silo;
    private readonly ServerStopping _stopping;
    private readonly RunMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<RunLog> _logger;

    public RunLog(ILocalSiloDetails silo, ServerStopping stopping, RunMetrics metrics, TimeProvider time, ILogger<RunLog> logger)
    {
        (_silo, _stopping, _metrics, _time, _logger) = (silo, stopping, metrics, time, logger);
        metrics.Source = () => Live.Select(static live => live.Run);
    }

    /// <summary>The run that the present code works for; null outside of one.</summary>
    public static RunScope? Current => Ambient.Value;

    /// <summary>Runs that are not wholly saved.</summary>
    public ICollection<LiveRun> Live => _live.Values;

    /// <summary>
    /// Begins a run, which ends when the scope is disposed; unless somebody says how it ended, it has failed. Work that is
    /// one method is better done by <see cref="DoAsync"/>, which sees to that.
    /// </summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What is run.</param>
    /// <param name="link">The provider link.</param>
    /// <param name="causedBy">Who asked: a name, or <c>job</c>.</param>
    /// <param name="isWhole">True when its script blocks' streams belong to this run, instead of runs of their own.</param>
    /// <param name="parent">The run that it is a part of, where that goes on elsewhere; otherwise it is the present one.</param>
    public RunScope Begin(RunKind kind, string name, Guid? link, string causedBy, bool isWhole = false, Guid? parent = null)
        => Enter(Open(kind, name, link, causedBy, null, parent: parent), isWhole);

    /// <summary>Begins a run that goes on by itself; whoever asked watches it by its id.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What is run.</param>
    /// <param name="link">The provider link.</param>
    /// <param name="causedBy">Who asked.</param>
    /// <param name="work">The work; what it throws makes the run fail.</param>
    public Guid Start(RunKind kind, string name, Guid? link, string causedBy, Func<RunScope, CancellationToken, Task> work)
    {
        // Its own root, whatever asks for it.
        var live = Open(kind, name, link, causedBy, new CancellationTokenSource());
        _ = Task.Run(() => WorkAsync(live, work), CancellationToken.None);
        return live.Run.Id;
    }

    /// <summary>Does work as a run; what it throws makes the run fail, or be cancelled, and goes on to the caller.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What is run.</param>
    /// <param name="link">The provider link.</param>
    /// <param name="causedBy">Who asked: a name, or <c>job</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="isWhole">True when its script blocks' streams belong to this run, instead of runs of their own.</param>
    /// <param name="parent">The run that it is a part of, where that goes on elsewhere; otherwise it is the present one.</param>
    public async Task<T> DoAsync<T>(RunKind kind, string name, Guid? link, string causedBy, Func<RunScope, Task<T>> work, bool isWhole = false, Guid? parent = null)
    {
        using var run = Begin(kind, name, link, causedBy, isWhole, parent);
        try
        {
            var result = await work(run);
            run.Succeed();
            return result;
        }
        catch (Exception exception)
        {
            run.Fail(exception);
            throw;
        }
    }

    /// <summary>Begins a run of a provider link that goes on by itself, where the link lives: called by the handler of a request, whose answer is the run's id.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">What is run.</param>
    /// <param name="link">The provider link; it stays open until the work ends.</param>
    /// <param name="causedBy">Who asked.</param>
    /// <param name="work">The work; what it throws makes the run fail.</param>
    public Guid Start(RunKind kind, string name, LiveLink link, string causedBy, Func<LiveLink, RunScope, CancellationToken, Task> work)
    {
        var own = link.Again();
        return Start(kind, name, own.Id, causedBy, async (scope, stopped) =>
        {
            using (own)
            {
                await work(own, scope, stopped);
            }
        });
    }

    /// <summary>A run of this process that goes on or is not saved yet.</summary>
    public LiveRun? Find(Guid id) => _live.GetValueOrDefault(id);

    /// <summary>Opens the run of one block, inside the present one.</summary>
    public LiveRun OpenBlock(string name, Guid link, DateTimeOffset startedAt) => Open(RunKind.Block, name, link, Current?.CausedBy ?? "job", null, startedAt);

    public void Add(LiveRun live, RunEventKind kind, string text) => live.Add(new RunEvent { RunId = live.Run.Id, At = _time.GetUtcNow(), Kind = kind, Text = RunText.Of(text) });

    public void End(RunScope scope, LiveRun live, RunState state)
    {
        Ambient.Value = scope.Outer;
        RunSpans.End(scope.Span, state);
        live.Change(run => End(run, state, _time.GetUtcNow()));
    }

    /// <summary>Writes the end of a run into its row. What the stop of the server cut says so.</summary>
    public void End(Run row, RunState state, DateTimeOffset at)
    {
        (row.State, row.EndedAt) = (state, at);
        if (state == RunState.Cancelled && _stopping.IsCut)
        {
            (row.State, row.Message) = (RunState.Interrupted, _stopping.Reason);
        }

        _metrics.Ended(row);
    }

    /// <summary>Forgets a run that has ended and is saved.</summary>
    public void Forget(LiveRun live) => _live.TryRemove(live.Run.Id, out _);

    /// <summary>Stops a run of this process; false when it cannot be stopped or has ended.</summary>
    public async Task<bool> StopAsync(Guid id)
    {
        if (Find(id) is not { Stop: { } stop, Run.EndedAt: null })
        {
            return false;
        }

        await stop.CancelAsync();
        return true;
    }

    /// <summary>Gives up what did not end though it was cut: nobody here writes down its end.</summary>
    public void GiveUp()
    {
        foreach (var live in Live.Where(static live => live.Run.EndedAt is null))
        {
            live.Change(run => (run.State, run.EndedAt, run.Message) = (RunState.Interrupted, _time.GetUtcNow(), _stopping.Reason));
        }
    }

    private RunScope Enter(LiveRun live, bool isWhole)
    {
        var scope = new RunScope(this, live, Ambient.Value, isWhole, RunSpans.Begin(live.Run));
        Ambient.Value = scope;
        return scope;
    }

    private LiveRun Open(RunKind kind, string name, Guid? link, string causedBy, CancellationTokenSource? stop, DateTimeOffset? startedAt = null, Guid? parent = null)
    {
        var live = new LiveRun(new Run
        {
            Id = RunIds.Next(),
            ParentId = parent ?? Current?.Id,
            ProviderLinkId = link,
            Kind = kind,
            Name = RunText.Of(name, 300),
            CausedBy = RunText.Of(causedBy, 100),
            Owner = _silo.SiloAddress.ToParsableString(),
            StartedAt = startedAt ?? _time.GetUtcNow(),
        })
        { Stop = stop };
        _live[live.Run.Id] = live;
        return live;
    }

    private async Task WorkAsync(LiveRun live, Func<RunScope, CancellationToken, Task> work)
    {
        using var scope = Enter(live, isWhole: false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(live.Stop!.Token, _stopping.Cut);
        try
        {
            await work(scope, stop.Token);
            scope.Succeed();
        }
        catch (Exception exception)
        {
            // Nobody awaits it: the run is where the failure shows.
            if (!stop.IsCancellationRequested)
            {
                LogFailed(exception, live.Run.Kind, live.Run.Id);
            }

            scope.Fail(exception);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "The {Kind} run {Id} failed.")]
    private partial void LogFailed(Exception exception, RunKind kind, Guid id);
}
