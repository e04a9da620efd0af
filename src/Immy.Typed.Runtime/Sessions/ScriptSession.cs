using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Calls;
using Immy.Typed.Integrations;
using Immy.Typed.Pooling;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Sessions;

/// <summary>
/// One runspace with one thread, on which one resident pipeline takes work from a queue. Script blocks belong to the
/// runspace that made them, so each session loads the integration script itself.
/// </summary>
internal sealed class ScriptSession : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WorkSlot _slot = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SessionStateFactory _states;
    private PowerShell? _shell;
    private SessionWork? _current;
    private SessionWork? _stopped;
    private Task? _stop;
    private volatile bool _closed;
    private volatile bool _wasQuick;

    private ScriptSession(SessionStateFactory states, InstanceState instance)
    {
        _states = states;
        Instance = instance;
        IdleNode = new(this);
        OpenedAt = LastUsedAt = instance.Time.GetTimestamp();
    }

    /// <summary>What all sessions of the instance share.</summary>
    public InstanceState Instance { get; }

    /// <summary>The script that it has loaded, kept so that other sessions find it; null until then.</summary>
    public SharedScript? Script { get; set; }

    /// <summary>What the script built in this session; null until it is loaded.</summary>
    public IntegrationDefinition? Definition { get; set; }

    /// <summary>The work that runs now; cmdlets find their call through it.</summary>
    public SessionWork? Current => _current;

    /// <summary>The session's engine-side helpers; set while the session is open.</summary>
    public SessionTools Tools { get; private set; } = null!;

    /// <summary>The pool that it belongs to, once its script is loaded.</summary>
    public SessionPool? Pool { get; set; }

    /// <summary>Its place among the idle sessions of the host.</summary>
    public LinkedListNode<ScriptSession> IdleNode { get; }

    /// <summary>The call that has the session; null while it is idle.</summary>
    public BlockCall? Caller { get; set; }

    /// <summary>When it was opened, as a time stamp of the host's clock.</summary>
    public long OpenedAt { get; }

    /// <summary>When its last call ended.</summary>
    public long LastUsedAt { get; set; }

    /// <summary>True when the thread is awake and its last work was short, so that the next one may well end at once.</summary>
    public bool IsQuick => _wasQuick && !_slot.IsAsleep;

    /// <summary>How many calls it has served.</summary>
    public int Calls { get; private set; }

    /// <summary>How many bytes its thread has allocated.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>True when the runspace cannot run anything more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Completes when the runspace is open; faulted when it does not open.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Completes when the thread has ended, which for a script that hangs may be never.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Starts the thread, which opens the runspace and then does what is posted meanwhile.</summary>
    public static ScriptSession Start(SessionStateFactory states, InstanceState instance)
    {
        var session = new ScriptSession(states, instance);
        new Thread(session.Main, instance.Options.Sessions.StackBytes) { IsBackground = true, Name = $"Session of {instance.Name}" }.UnsafeStart();
        return session;
    }

    /// <summary>Hands work to the session's thread.</summary>
    public void Post(SessionWork work)
    {
        if (!_slot.Post(work))
        {
            Refuse(work);
        }
    }

    /// <summary>Stops the pipeline if it still runs this work; the work ends with the engine's stop exception.</summary>
    public void Stop(SessionWork work)
    {
        lock (_gate)
        {
            work.IsStopRequested = true;
            if (_current == work && _stop is null && _shell is not null)
            {
                // BeginStop would use a foreground thread, and a script that hangs would keep the process from ending.
                _stop = Task.Factory.StartNew(_shell.Stop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Takes work until the queue is closed or the pipeline is stopped. Called by the resident pipeline.</summary>
    public void Serve(PSCmdlet pipeline)
    {
        Tools.Attach(pipeline);
        while (_slot.Take() is { } work && Run(work, pipeline))
        {
        }
    }

    /// <summary>Ends the thread once it is idle; a script that does not stop keeps its thread, and nothing waits for it.</summary>
    public void Dispose()
    {
        _closed = true;
        _slot.Close();
        if (_current is { } work)
        {
            Stop(work);
        }
    }

    // False when the pipeline was stopped: it runs nothing more, and the thread starts a new one before the caller goes on.
    private bool Run(SessionWork work, PSCmdlet pipeline)
    {
        bool isStopped;
        lock (_gate)
        {
            _current = work;
            isStopped = work.IsStopRequested;
        }

        if (isStopped)
        {
            work.StoppedBeforeStart();
        }
        else
        {
            Execute(work, pipeline);
        }

        lock (_gate)
        {
            _current = null;
            if (_stop is not null)
            {
                _stopped = work;
                return false;
            }
        }

        work.Finish();
        return true;
    }

    private void Execute(SessionWork work, PSCmdlet pipeline)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            work.Execute(this, pipeline);
            Tools.EndWork(work);
            Calls++;
            AllocatedBytes = GC.GetAllocatedBytesForCurrentThread();
        }
        catch (Exception exception)
        {
            // Whatever it is, the thread must live and the caller must not wait for ever.
            work.Crashed(exception);
        }

        _wasQuick = Stopwatch.GetElapsedTime(since) < Look.Length;
    }

    private void Main()
    {
        Runspace runspace;
        try
        {
            Tools = new SessionTools(this);
            runspace = _states.Open(Tools.Host, Instance.Source.AllowFullLanguage ? PSLanguageMode.FullLanguage : PSLanguageMode.ConstrainedLanguage);
            Runspace.DefaultRunspace = runspace;
            SessionRegistry.Add(runspace, this);
            Tools.Prepare(runspace);
            _opened.SetResult();
        }
        catch (Exception exception)
        {
            _opened.SetException(exception);
            Close();
            return;
        }

        using (runspace)
        {
            while (!_closed)
            {
                RunPipeline(runspace);
            }
        }

        Close();
    }

    private void Close()
    {
        _slot.Close();
        if (_slot.Take() is { } left)
        {
            Refuse(left);
        }

        _ended.SetResult();
    }

    private static void Refuse(SessionWork work)
    {
        work.Crashed(new InvalidOperationException("the session was closed before it could begin."));
        work.Finish();
    }

    private void RunPipeline(Runspace runspace)
    {
        using var shell = PowerShell.Create();
        shell.Runspace = runspace;
        shell.AddCommand(ResidentPipelineCommand.Info).AddParameter(nameof(ResidentPipelineCommand.Session), this)
            .AddCommand(ReceiveOutputCommand.Info);
        Tools.Watch(shell);
        lock (_gate)
        {
            _shell = shell;
        }

        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException)
        {
            // The work that was stopped has already recorded why.
        }
        catch (Exception exception)
        {
            // An exception that left the thread would end the process; the next pipeline starts afresh.
            Abort(exception);
        }

        Task? stop;
        lock (_gate)
        {
            _shell = null;
            stop = _stop;
        }

        // However the stop ends: the shell must not be disposed under it.
        stop?.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        lock (_gate)
        {
            _stop = null;
        }

        if (runspace.RunspaceStateInfo.State != RunspaceState.Opened)
        {
            // No pipeline would start in it any more; the pool opens another session.
            IsBroken = true;
            Dispose();
        }

        var stopped = _stopped;
        _stopped = null;
        stopped?.Finish();
    }

    // Its work is finished when it is known whether the session may be used again.
    private void Abort(Exception exception)
    {
        SessionWork? work;
        lock (_gate)
        {
            work = _current;
            _stopped ??= work;
            _current = null;
        }

        work?.Crashed(exception);
    }
}
