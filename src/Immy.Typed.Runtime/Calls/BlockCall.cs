using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Immy.Typed.Actions;
using Immy.Typed.Adapters;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;
using Immy.Typed.Streams;

namespace Immy.Typed.Calls;

/// <summary>One call of one block: it runs on a session's thread, checks each object as it is written, and keeps the run's record.</summary>
internal abstract class BlockCall : SessionWork
{
    private readonly CallRequest _request;
    private readonly CancellationToken _callersToken;
    private readonly CancellationTokenSource _stop;
    private readonly RunRecorder _recorder;
    private ScriptSession? _session;
    private ScriptProblem? _stopReason;
    private long _started;
    private long _executed;
    private bool _isStopped;
    private bool _neverRan;
    private TimeSpan _limit;

    /// <param name="request">What is called.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="observers">Who sees the run; by default all of the instance's observers.</param>
    protected BlockCall(CallRequest request, CancellationToken cancellationToken, IReadOnlyList<IRunObserver>? observers = null)
    {
        _request = request;
        _callersToken = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Run = new BlockRun(Instance.Name, Block, Instance.Time.GetUtcNow());
        _recorder = new RunRecorder(Instance, Run, observers ?? Instance.Services.Observers);
        CallersContext = request.Action is null ? null : ExecutionContext.Capture();
    }

    public BlockRun Run { get; }

    public BlockDescriptor Block => _request.Block;

    public InstanceState Instance => _request.Instance;

    /// <summary>The action on whose behalf the block runs; null outside of one.</summary>
    public ActionContext? Action => _request.Action;

    /// <summary>What flows along with the caller of an action's script; the session's thread has nothing of it.</summary>
    public ExecutionContext? CallersContext { get; }

    /// <summary>Fires when the caller cancels, the time is up, or a limit is reached.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>True when the script did not stop and the session cannot be used again.</summary>
    public bool IsAbandoned { get; private set; }

    public void Start()
    {
        _started = Instance.Time.GetTimestamp();
        _recorder.Start();
    }

    /// <summary>Whether the block may be over before its caller would have to wait; nobody looks for the end of a list instead of its records.</summary>
    public virtual bool MayEndSoon => true;

    /// <summary>The call has its session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="givesBack">True when the session's own thread is to give it back, so that it goes on at once with who waits next.</param>
    public void Has(ScriptSession session, bool givesBack)
    {
        _session = givesBack ? session : null;
        _limit = Min(session.Definition?.FindBlock(Block)?.Timeout ?? Instance.DefaultTimeout, Instance.MaximumTimeout);
        Instance.Services.Metrics.Waited(Instance.Name, Instance.Time.GetElapsedTime(_started));
    }

    /// <summary>Lets its caller and its time stop the call from now on.</summary>
    public void MakeStoppable(ScriptSession session)
    {
        LimitTime();
        Stopped.UnsafeRegister(static state => Stop(((BlockCall Call, ScriptSession Session))state!), (this, session));
    }

    public override void Execute(ScriptSession session, PSCmdlet pipeline)
    {
        var block = session.Definition?.FindBlock(Block)
            ?? throw new InvalidOperationException("the script did not give this block when it was loaded for one more session. Its top level must build the same integration every time.");
        if (!MayEndSoon)
        {
            _executed = Instance.Time.GetTimestamp();
            _stop.CancelAfter(_limit);
        }

        try
        {
            session.Tools.Refresh();
            RunBlock(block, pipeline);
        }
        catch (PipelineStoppedException)
        {
            _isStopped = true;
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            _isStopped = true;
        }
        catch (Exception exception) when (FlowControl.KeywordOf(exception) is { } keyword)
        {
            Add(BlockProblems.LeftByFlow(Block, keyword, FlowControl.Find(block.Ast, keyword)));
            Conclude(block.Location);
        }
        catch (Exception exception)
        {
            HasFailed = true;
            NotCaught(exception);
            Add(CallErrors.Explain(Block, block, exception, wasThrown: true));
        }

        JudgeOutput();
    }

    public sealed override void Accept(object? value, ScriptSession session)
    {
        if (_stopReason is null)
        {
            Take(value, session);
        }
    }

    public override void Receive(StreamRecord record, ErrorRecord? error)
    {
        _recorder.Add(record);
        if (error is not null)
        {
            var problem = CallErrors.Explain(Block, SessionRegistry.Current.Definition?.FindBlock(Block), error.Exception, wasThrown: false, error);
            Add(problem with { Location = problem.Location is null || problem.Location == Location ? record.Location : problem.Location });
        }
    }

    /// <summary>A script of the call sent a request.</summary>
    public void Sent(OutboundRequest request) => _recorder.Add(request);

    public override void StoppedBeforeStart() => _isStopped = true;

    public override void Crashed(Exception exception)
    {
        HasFailed = true;
        switch (exception)
        {
            case IntegrationException known:
                known.Problems.ToList().ForEach(Add);
                break;
            case ProblemException refused:
                _neverRan = true;
                Add(refused.Problem with { Capability = Block.Capability, Block = Block.Name });
                break;
            default:
                Add(BlockProblems.Failed(Block, exception.Message, null));
                break;
        }
    }

    /// <summary>There is no session for the call.</summary>
    public void NeverBegins(Exception reason)
    {
        if (reason is OperationCanceledException && Stopped.IsCancellationRequested)
        {
            StoppedBeforeStart();
        }
        else
        {
            Crashed(reason);
        }

        Finish();
    }

    /// <summary>Stops the script, for a reason that is neither its caller's wish nor its time.</summary>
    public void StopBecause(ScriptProblem reason)
    {
        if (Interlocked.CompareExchange(ref _stopReason, reason, null) is null)
        {
            try
            {
                _stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The call ended in the same moment: there is nothing to stop.
            }
        }
    }

    /// <summary>Gives up on a script that does not stop: the caller goes on, the session is replaced.</summary>
    public void Abandon()
    {
        if (!IsCompleted)
        {
            IsAbandoned = true;
            _isStopped = true;
            Add(BlockProblems.DoesNotStop(Block, Instance.Options.StopGracePeriod));
            Finish();
        }
    }

    /// <summary>Closes the run and throws when there is no result.</summary>
    public void End()
    {
        _recorder.End(Judge, Instance.Time.GetElapsedTime(_started));
        _stop.Dispose();
        EndResults();
        if (Run.Outcome == RunOutcome.Cancelled)
        {
            throw new OperationCanceledException(_callersToken);
        }

        if (Run.Outcome is not (RunOutcome.Ok or RunOutcome.Partial))
        {
            throw new BlockException(Instance.Name, Run, Run.Problems);
        }
    }

    public override string ToString() => $"{Block} of {Instance.Name}";

    /// <summary>How many objects the block wrote.</summary>
    protected int Written { get; private set; }

    /// <summary>True when the block ended in a way that leaves no result.</summary>
    protected bool HasFailed { get; set; }

    /// <summary>Takes what the block wrote; <see cref="MayTakeOne"/> decides about each object.</summary>
    protected abstract void Take(object? value, ScriptSession session);

    /// <summary>Counts an object; false when it is one too many, and the script is being stopped.</summary>
    protected bool MayTakeOne(ScriptSession session)
    {
        if (Written == Instance.Options.Calls.OutputObjects)
        {
            StopBecause(LimitProblems.TooManyObjects(Block, Written, session.Tools.Here()));
            return false;
        }

        Written++;
        return true;
    }

    /// <summary>Decides what the written objects mean, once the block has ended by itself.</summary>
    protected abstract void Conclude(ScriptLocation? location);

    /// <summary>Runs what the call is about.</summary>
    protected virtual void RunBlock(IntegrationBlock block, PSCmdlet pipeline)
    {
        if (BlockArguments.ByPosition(block, _request) is { } values)
        {
            Location = block.Location;
            SessionTools.RunDirectly(pipeline, block.Script, values);
        }
        else if (BlockArguments.For(block, _request, Add) is { } arguments)
        {
            SessionTools.Run(pipeline, block.Script, arguments);
        }
        else
        {
            HasFailed = true;
            return;
        }

        if (Block.RunsScriptBlockResult && TakeScriptBlock() is { } inner)
        {
            SessionTools.Run(pipeline, inner, new Hashtable());
        }

        Conclude(block.Location);
    }

    /// <summary>A script block that stands in for the result, taken out of what was written.</summary>
    protected virtual ScriptBlock? TakeScriptBlock() => null;

    /// <summary>Lets a waiting consumer go on.</summary>
    protected virtual void EndResults()
    {
    }

    /// <summary>The block's statement that writes now. Inside a function that it calls, the same output may be right elsewhere.</summary>
    protected IScriptExtent? StatementAt(ScriptSession session) => session.Tools.Statement(session.Definition?.FindBlock(Block)?.Ast.Extent);

    /// <summary>The place of the same statement.</summary>
    protected ScriptLocation? WrittenAt(ScriptSession session) => session.Tools.Here(session.Definition?.FindBlock(Block)?.Ast.Extent);

    protected void Add(ScriptProblem problem) => _recorder.Add(problem);

    /// <summary>Waits for the consumer without charging the wait to the script's time.</summary>
    protected void WithoutTimeLimit(Action<CancellationToken> wait)
    {
        var before = Instance.Time.GetTimestamp();
        _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        wait(Stopped);
        _limit += Instance.Time.GetElapsedTime(before);
        _stop.CancelAfter(Max(_limit - Instance.Time.GetElapsedTime(_executed), TimeSpan.FromMilliseconds(1)));
    }

    protected override void Finished()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
        {
            session.Pool!.Return(session, IsAbandoned);
        }
    }

    // Only a list limits its time itself, since its consumer's time is not counted.
    private void LimitTime()
    {
        if (MayEndSoon)
        {
            _stop.CancelAfter(_limit);
        }
    }

    private static void Stop((BlockCall Call, ScriptSession Session) running)
    {
        var (call, session) = running;
        session.Stop(call);
        _ = Task.Delay(call.Instance.Options.StopGracePeriod, CancellationToken.None).ContinueWith(_ => call.Abandon(), TaskScheduler.Default);
    }

    // The engine keeps it in $Error as well, but the script did not catch it.
    private void NotCaught(Exception exception)
    {
        WrittenErrors.Add(exception);
        if (exception is IContainsErrorRecord { ErrorRecord.Exception: { } recorded })
        {
            WrittenErrors.Add(recorded);
        }
    }

    private void JudgeOutput()
    {
        if (OutputFailure is OperationCanceledException && Stopped.IsCancellationRequested)
        {
            _isStopped = true;
        }
        else if (OutputFailure is not null)
        {
            HasFailed = true;
            Add(BlockProblems.Failed(Block, OutputFailure.Message, null));
        }
    }

    private RunOutcome Judge()
    {
        if (_stopReason is not null)
        {
            Add(_stopReason with { Capability = Block.Capability, Block = Block.Name });
            return RunOutcome.Failed;
        }

        if (_isStopped && _callersToken.IsCancellationRequested)
        {
            return RunOutcome.Cancelled;
        }

        if (_isStopped)
        {
            Add(BlockProblems.TimedOut(Block, _limit, Instance.MaximumTimeout));
            return RunOutcome.TimedOut;
        }

        if (HasFailed)
        {
            return _neverRan ? RunOutcome.Rejected : RunOutcome.Failed;
        }

        return Run.HasErrors ? RunOutcome.Partial : RunOutcome.Ok;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
