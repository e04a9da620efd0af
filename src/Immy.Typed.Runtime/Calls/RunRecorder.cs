using System.Diagnostics;
using Immy.Typed.Hosting;
using Immy.Typed.Integrations;
using Immy.Typed.Monitoring;
using Immy.Typed.Problems;
using Immy.Typed.Streams;

namespace Immy.Typed.Calls;

/// <summary>Keeps the record of one run: masked, within the limits of what a run may keep, and told to the observers as it happens.</summary>
internal sealed class RunRecorder(InstanceState instance, BlockRun run, IReadOnlyList<IRunObserver> observers)
{
    private readonly Lock _gate = new();
    private int _records;
    private int _problems;
    private int _requests;
    private int _recordsDropped;
    private int _problemsDropped;
    private int _requestsDropped;
    private bool _isEnded;
    private Activity? _span;

    private CallLimits Limits => instance.Options.Calls;

    public void Start()
    {
        _span = CallTracing.Start(run);
        foreach (var observer in observers)
        {
            observer.OnStarted(run);
        }
    }

    /// <summary>Takes a stream record, already masked.</summary>
    public void Add(StreamRecord record)
    {
        if (!MayKeep(ref _records, ref _recordsDropped, Limits.StreamRecords))
        {
            return;
        }

        var kept = Shortened(record);
        run.Add(kept);
        foreach (var observer in observers)
        {
            observer.OnRecord(run, kept);
        }
    }

    public void Add(ScriptProblem problem)
    {
        if (!MayKeep(ref _problems, ref _problemsDropped, Limits.Problems))
        {
            run.Consider(problem);
            return;
        }

        Keep(problem);
    }

    /// <summary>Takes a request; observers see it even where the run does not keep it.</summary>
    public void Add(OutboundRequest request)
    {
        if (MayKeep(ref _requests, ref _requestsDropped, instance.Options.Http.RequestsKept))
        {
            run.Add(request);
        }

        CallTracing.Add(_span, request);
        foreach (var observer in observers)
        {
            observer.OnRequest(run, request);
        }
    }

    /// <summary>Says once what was dropped, and closes the run.</summary>
    public void End(Func<RunOutcome> judge, TimeSpan duration)
    {
        if (_recordsDropped > 0)
        {
            instance.Services.Metrics.Dropped(instance.Name, _recordsDropped);
            Keep(LimitProblems.RecordsDropped(run.Block, Limits.StreamRecords, _recordsDropped));
        }

        if (_problemsDropped > 0)
        {
            Keep(LimitProblems.ProblemsDropped(run.Block, Limits.Problems, _problemsDropped));
        }

        if (_requestsDropped > 0)
        {
            Keep(HttpProblems.RequestsDropped(run.Block, instance.Options.Http.RequestsKept, _requestsDropped));
        }

        var outcome = judge();
        lock (_gate)
        {
            _isEnded = true;
        }

        run.End(outcome, duration);
        instance.Services.Metrics.Completed(run);
        CallTracing.End(_span, run);
        foreach (var observer in observers)
        {
            observer.OnCompleted(run);
        }
    }

    // After its end nothing of a run changes, whatever an abandoned script still writes.
    private bool MayKeep(ref int count, ref int dropped, int limit)
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return false;
            }

            if (count < limit)
            {
                count++;
                return true;
            }

            dropped++;
            return false;
        }
    }

    private void Keep(ScriptProblem problem)
    {
        var masked = problem with { Message = instance.Mask.Mask(problem.Message), Mend = instance.Mask.Mask(problem.Mend) };
        run.Add(masked);
        foreach (var observer in observers)
        {
            observer.OnProblem(run, masked);
        }
    }

    private StreamRecord Shortened(StreamRecord record)
    {
        var missing = record.Message.Length - Limits.StreamRecordLength;
        return missing <= 0
            ? record
            : record with { Message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{record.Message.AsSpan(0, Limits.StreamRecordLength)}... ({missing:N0} more characters)") };
    }
}
