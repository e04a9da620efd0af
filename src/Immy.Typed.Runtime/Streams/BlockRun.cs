using Immy.Typed.Adapters;
using Immy.Typed.Problems;

namespace Immy.Typed.Streams;

/// <summary>One call of one script block: what was asked, what came of it, what the script wrote.</summary>
public sealed class BlockRun
{
    private readonly Lock _gate = new();

    // Most runs have none of them.
    private List<StreamRecord>? _records;
    private List<ScriptProblem>? _problems;
    private List<OutboundRequest>? _requests;

    internal BlockRun(string integration, BlockDescriptor block, DateTimeOffset startedAt)
    {
        Integration = integration;
        Block = block;
        StartedAt = startedAt;
    }

    /// <summary>The integration's name.</summary>
    public string Integration { get; }

    /// <summary>The block.</summary>
    public BlockDescriptor Block { get; }

    /// <summary>When the call began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long it took, the wait for a session included; zero while it runs.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>How it ended; meaningful once the run is complete.</summary>
    public RunOutcome Outcome { get; private set; }

    /// <summary>How many result objects were handed to the caller.</summary>
    public int Count { get; internal set; }

    /// <summary>What the script wrote to its streams, in order.</summary>
    public IReadOnlyList<StreamRecord> Records
    {
        get
        {
            lock (_gate)
            {
                return [.. _records ?? []];
            }
        }
    }

    /// <summary>What was wrong, errors and warnings, in order.</summary>
    public IReadOnlyList<ScriptProblem> Problems
    {
        get
        {
            lock (_gate)
            {
                return [.. _problems ?? []];
            }
        }
    }

    /// <summary>The HTTP requests that the script sent, in the order of their answers.</summary>
    public IReadOnlyList<OutboundRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests ?? []];
            }
        }
    }

    internal bool HasErrors { get; private set; }

    internal void Add(StreamRecord record)
    {
        lock (_gate)
        {
            (_records ??= []).Add(record);
        }
    }

    internal void Add(OutboundRequest request)
    {
        lock (_gate)
        {
            (_requests ??= []).Add(request);
        }
    }

    internal void Add(ScriptProblem problem)
    {
        lock (_gate)
        {
            (_problems ??= []).Add(problem);
            HasErrors |= problem.Severity == ProblemSeverity.Error;
        }
    }

    /// <summary>Lets a problem that is not kept count for the outcome.</summary>
    internal void Consider(ScriptProblem problem) => HasErrors |= problem.Severity == ProblemSeverity.Error;

    internal void End(RunOutcome outcome, TimeSpan duration)
    {
        Outcome = outcome;
        Duration = duration;
    }
}
