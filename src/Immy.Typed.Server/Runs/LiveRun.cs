namespace Immy.Typed.Server.Runs;

/// <summary>A run in this process that is not wholly saved yet.</summary>
internal sealed class LiveRun(Run run)
{
    private readonly Lock _gate = new();

    // Made when they are needed: thousands of runs may wait for the next save, and the collector visits all that they hold.
    private List<RunEvent>? _unsaved;
    private TaskCompletionSource? _saved;
    private bool _isChanged = true;

    public Run Run => run;

    /// <summary>True once the database has the run's row.</summary>
    public bool IsInserted { get; private set; }

    /// <summary>Stops it, where it can be stopped.</summary>
    public CancellationTokenSource? Stop { get; init; }

    /// <summary>Completes when something of it is saved next.</summary>
    public Task Saved
    {
        get
        {
            lock (_gate)
            {
                return (_saved ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
        }
    }

    public void Add(RunEvent happened)
    {
        lock (_gate)
        {
            (_unsaved ??= []).Add(happened);
            _isChanged = true;
        }
    }

    /// <summary>Changes the run's own row.</summary>
    public void Change(Action<Run> change)
    {
        lock (_gate)
        {
            change(run);
            _isChanged = true;
        }
    }

    /// <summary>What is to be saved now; null when nothing changed. A copy, since the run goes on.</summary>
    public (Run Row, IReadOnlyList<RunEvent> Events)? Take()
    {
        lock (_gate)
        {
            if (!_isChanged)
            {
                return null;
            }

            IReadOnlyList<RunEvent> events = _unsaved ?? [];
            (_unsaved, _isChanged) = (null, false);
            return (Copy(), events);
        }
    }

    /// <summary>What was taken is in the database.</summary>
    public void WasSaved()
    {
        TaskCompletionSource? saved;
        lock (_gate)
        {
            IsInserted = true;
            (saved, _saved) = (_saved, null);
        }

        saved?.SetResult();
    }

    /// <summary>What was taken could not be saved, and is to be saved next time.</summary>
    public void PutBack(IReadOnlyList<RunEvent> events)
    {
        lock (_gate)
        {
            _unsaved = [.. events, .. _unsaved ?? []];
            _isChanged = true;
        }
    }

    private Run Copy() => new()
    {
        Id = run.Id,
        ParentId = run.ParentId,
        ProviderLinkId = run.ProviderLinkId,
        Kind = run.Kind,
        Name = run.Name,
        CausedBy = run.CausedBy,
        Owner = run.Owner,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        State = run.State,
        Count = run.Count,
        Message = run.Message,
    };
}
