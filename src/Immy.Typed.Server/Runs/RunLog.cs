using System.Collections.Concurrent;
using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Runs;

/// <summary>The record of all work in this process. What happens is kept in memory for a moment and saved in batches.</summary>
internal sealed partial class RunLog(ILocalSiloDetails silo, TimeProvider time, ILogger<RunLog> logger)
{
    private static readonly AsyncLocal<RunScope?> Ambient = new();
    private readonly ConcurrentDictionary<Guid, LiveRun> _live = new();

    /// <summary>The run that the present code works for; null outside of one.</summary>
    public static RunScope? Current => Ambient.Value;

    /// <summary>Runs that are not wholly saved.</summary>
    public ICollection<LiveRun> Live => _live.Values;

    /// <summary>Lets the present asynchronous method work for no run; its caller's run stays.</summary>
    public static void LeaveRun()
    {
        if (Ambient.Value is not null)
        {
            Ambient.Value = null;
        }
    }

    /// <summary>Begins a run, which ends when the scope is disposed.</summary>
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
        var stop = new CancellationTokenSource();
        var live = Open(kind, name, link, causedBy, stop);
        _ = Task.Run(() => WorkAsync(live, work, stop.Token), CancellationToken.None);
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
            return await work(run);
        }
        catch (OperationCanceledException)
        {
            run.Tell(RunState.Cancelled, "It was stopped.");
            throw;
        }
        catch (Exception exception)
        {
            run.Fail(exception.Message);
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

    public void Add(LiveRun live, RunEventKind kind, string text) => live.Add(new RunEvent { RunId = live.Run.Id, At = time.GetUtcNow(), Kind = kind, Text = RunText.Of(text) });

    public void End(RunScope scope, LiveRun live, RunState state)
    {
        Ambient.Value = scope.Outer;
        live.Change(run => (run.State, run.EndedAt) = (state, time.GetUtcNow()));
    }

    /// <summary>Forgets a run that has ended and is saved.</summary>
    public void Forget(LiveRun live) => _live.TryRemove(live.Run.Id, out _);

    /// <summary>Stops what goes on by itself.</summary>
    public void StopAll()
    {
        foreach (var live in Live)
        {
            live.Stop?.Cancel();
        }
    }

    private RunScope Enter(LiveRun live, bool isWhole)
    {
        var scope = new RunScope(this, live, Ambient.Value, isWhole);
        Ambient.Value = scope;
        return scope;
    }

    private LiveRun Open(RunKind kind, string name, Guid? link, string causedBy, CancellationTokenSource? stop, DateTimeOffset? startedAt = null, Guid? parent = null)
    {
        var live = new LiveRun(new Run
        {
            ParentId = parent ?? Current?.Id,
            ProviderLinkId = link,
            Kind = kind,
            Name = RunText.Of(name, 300),
            CausedBy = RunText.Of(causedBy, 100),
            Owner = silo.SiloAddress.ToParsableString(),
            StartedAt = startedAt ?? time.GetUtcNow(),
        })
        { Stop = stop };
        _live[live.Run.Id] = live;
        return live;
    }

    private async Task WorkAsync(LiveRun live, Func<RunScope, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var scope = Enter(live, isWhole: false);
        try
        {
            await work(scope, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            scope.Tell(RunState.Cancelled, "It was stopped.");
        }
        catch (Exception exception)
        {
            // Nobody awaits it: the run is where the failure shows.
            LogFailed(exception, live.Run.Kind, live.Run.Id);
            scope.Fail(exception.Message);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "The {Kind} run {Id} failed.")]
    private partial void LogFailed(Exception exception, RunKind kind, Guid id);
}
