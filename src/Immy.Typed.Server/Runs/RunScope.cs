using System.Diagnostics;
using Immy.Typed.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.Runs;

/// <summary>A run while it goes on; disposing it ends the run. Calls of script blocks that are made meanwhile are parts of it.</summary>
internal sealed class RunScope : IDisposable
{
    private readonly RunLog _log;
    private readonly LiveRun _live;
    private readonly List<BlockRun> _blocks = [];
    private RunState? _state;
    private bool _isEnded;

    public RunScope(RunLog log, LiveRun live, RunScope? outer, bool isWhole, Activity? span)
    {
        (_log, _live, Outer, IsWhole, Span) = (log, live, outer, isWhole, span);
    }

    /// <summary>The run's id.</summary>
    public Guid Id => _live.Run.Id;

    /// <summary>Who caused it.</summary>
    public string CausedBy => _live.Run.CausedBy;

    /// <summary>The scope around it.</summary>
    public RunScope? Outer { get; }

    /// <summary>True when what its script blocks write belongs to the run itself, instead of runs of their own.</summary>
    public bool IsWhole { get; }

    /// <summary>Its span, where somebody listens.</summary>
    public Activity? Span { get; }

    /// <summary>The run itself.</summary>
    public LiveRun Live => _live;

    /// <summary>The calls of script blocks that were made so far, with their outcomes.</summary>
    public IReadOnlyList<BlockRun> Blocks
    {
        get
        {
            lock (_blocks)
            {
                return [.. _blocks];
            }
        }
    }

    /// <summary>Writes down that something happened.</summary>
    public void Note(RunEventKind kind, string text) => _log.Add(_live, kind, text);

    /// <summary>Says how many results there are.</summary>
    public void Count(int count) => _live.Change(run => run.Count = count);

    /// <summary>It came to its end. What was said of it before stays.</summary>
    public void Succeed() => _state ??= RunState.Ok;

    /// <summary>There is a result, but something of it was left out.</summary>
    public void Partial(string message) => Tell(RunState.Partial, message);

    /// <summary>Whoever asked did not wait for the end. What was said of it before stays.</summary>
    public void Abandon()
    {
        if (_state is null)
        {
            Tell(RunState.Cancelled, "Whoever asked hung up before its end; it was stopped.");
        }
    }

    /// <summary>There is no result.</summary>
    public void Fail(string message) => Tell(RunState.Failed, message);

    /// <summary>There is no result, since this was thrown.</summary>
    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && _state is RunState.Cancelled or RunState.Interrupted)
        {
            return;
        }

        var (state, message) = exception switch
        {
            BlockException block => (RunObserver.StateOf(block.Run.Outcome), block.Message),
            LinkCallException call => (RunObserver.StateOf(call.Outcome), call.Message),
            LinkUnavailableException { Reason: LinkUnavailability.Stopping } cut => (RunState.Interrupted, cut.Message),
            OperationCanceledException => (RunState.Cancelled, "It was stopped."),
            _ => (RunState.Failed, exception.Message),
        };
        Tell(state, message);
    }

    /// <summary>How it ended, where that is neither right nor partial nor failed.</summary>
    public void Tell(RunState state, string? message)
    {
        _state = state;
        _live.Change(run => run.Message = message);
    }

    /// <summary>A script block was called for it.</summary>
    public void Add(BlockRun block)
    {
        lock (_blocks)
        {
            _blocks.Add(block);
        }
    }

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isEnded, true))
        {
            if (_state is null)
            {
                Fail("It ended, and nobody said how.");
            }

            _log.End(this, _live, _state!.Value);
        }
    }
}
