using Immy.Typed.Streams;

namespace Immy.Typed.Server.Runs;

/// <summary>A run while it goes on; disposing it ends the run. Calls of script blocks that are made meanwhile are parts of it.</summary>
internal sealed class RunScope : IDisposable
{
    private readonly RunLog _log;
    private readonly LiveRun _live;
    private RunState _state = RunState.Ok;
    private bool _isEnded;

    public RunScope(RunLog log, LiveRun live, RunScope? outer, bool isWhole)
    {
        (_log, _live, Outer, IsWhole) = (log, live, outer, isWhole);
    }

    /// <summary>The run's id.</summary>
    public Guid Id => _live.Run.Id;

    /// <summary>Who caused it.</summary>
    public string CausedBy => _live.Run.CausedBy;

    /// <summary>The scope around it.</summary>
    public RunScope? Outer { get; }

    /// <summary>True when what its script blocks write belongs to the run itself, instead of runs of their own.</summary>
    public bool IsWhole { get; }

    /// <summary>The run itself.</summary>
    public LiveRun Live => _live;

    /// <summary>The calls of script blocks that were made so far, with their outcomes.</summary>
    public IReadOnlyList<BlockRun> Blocks => _live.Blocks;

    /// <summary>Writes down that something happened.</summary>
    public void Note(RunEventKind kind, string text) => _log.Add(_live, kind, text);

    /// <summary>Says how many results there are.</summary>
    public void Count(int count) => _live.Change(run => run.Count = count);

    /// <summary>There is a result, but something of it was left out.</summary>
    public void Partial(string message) => Tell(RunState.Partial, message);

    /// <summary>There is no result.</summary>
    public void Fail(string message) => Tell(RunState.Failed, message);

    /// <summary>How it ended, where that is neither right nor partial nor failed.</summary>
    public void Tell(RunState state, string? message)
    {
        _state = state;
        _live.Change(run => run.Message = message);
    }

    /// <summary>A script block was called for it.</summary>
    public void Add(BlockRun block) => _live.Add(block);

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isEnded, true))
        {
            _log.End(this, _live, _state);
        }
    }
}
