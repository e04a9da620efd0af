using Immy.Typed.Calls;
using Immy.Typed.Integrations;
using Immy.Typed.Monitoring;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>The sessions of one instance: opened on demand up to a limit, each with the script loaded, and the calls that wait for one.</summary>
internal sealed class SessionPool : IDisposable
{
    private readonly HostSessions _host;
    private readonly SessionOpener _opener;
    private readonly InstanceState _instance;
    private readonly WaitingLine _waiting;
    private readonly List<ScriptSession> _idle = [];
    private readonly HashSet<ScriptSession> _open = [];
    private readonly HungScripts _hung;
    private int _running;

    public SessionPool(HostSessions host, SessionStateFactory states, InstanceState instance)
    {
        _host = host;
        _opener = new SessionOpener(states, instance);
        _instance = instance;
        _waiting = new WaitingLine(this, host);
        _hung = new HungScripts(this, host, instance.IsMetascript);
        lock (host.Gate)
        {
            host.Add(this);
        }
    }

    public string Name => _instance.Name;

    /// <summary>True once it is disposed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>True while the pool stands in the host's queue of turns.</summary>
    public bool IsInTurn { get; set; }

    /// <summary>Whether a call waits that may run as far as this instance is concerned. The gate is held.</summary>
    public bool WantsPlace => _waiting.Count > 0 && _running < _instance.Options.SessionsPerIntegration;

    /// <summary>Whether a caller who looks for the end of its call takes no core from another call.</summary>
    public bool HasSpareCores => _host.Running * 2 <= Environment.ProcessorCount;

    private bool IsMetascript => _instance.IsMetascript;

    // Metascripts have places of their own.
    private int Places => IsMetascript ? 0 : 1;

    public SessionStatus Status
    {
        get
        {
            lock (_host.Gate)
            {
                return StatusNow;
            }
        }
    }

    /// <summary>The same while the gate is held.</summary>
    public SessionStatus StatusNow => new()
    {
        Open = _open.Count,
        Idle = _idle.Count,
        Running = _running,
        Waiting = _waiting.Count,
        Hung = _hung.Count,
        Abandoned = _hung.Abandoned,
    };

    /// <summary>Opens the first session, which decides whether the integration exists, and leaves it idle.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load, or the host has no place for it.</exception>
    public async Task<LoadWork> OpenFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakeFirstPlaceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException exception)
        {
            throw new IntegrationLoadException(Name, [exception.Problem]);
        }

        var (session, load, _) = await OpenAsync(isFirst: true, cancellationToken).ConfigureAwait(false);
        Return(session ?? throw new IntegrationLoadException(Name, load.Problems), isAbandoned: false);
        return load;
    }

    /// <summary>Gives a call an idle session, which its caller hands it to and gives back with <see cref="Return"/>. Null where there is none now: then the pool hands the call over as soon as there is.</summary>
    /// <exception cref="ProblemException">The queue is full, or too many scripts hang.</exception>
    public ScriptSession? Take(BlockCall call)
    {
        bool hasPlace;
        ScriptSession? idle;
        lock (_host.Gate)
        {
            hasPlace = TryTakePlace(out idle);
            idle?.Caller = call;
            if (!hasPlace)
            {
                _waiting.Add(call, call.Stopped);
            }
        }

        if (idle is not null)
        {
            // Nobody waits: its caller gives it back, since a gate that one thread takes alone costs least.
            call.Has(idle, givesBack: false);
        }
        else if (hasPlace)
        {
            _ = OpenForAsync(call);
        }

        return idle;
    }

    /// <summary>Takes a session back when its call has ended, and begins the next call that waits.</summary>
    public void Return(ScriptSession session, bool isAbandoned)
    {
        Waiter? granted;
        RecycleReason? reason = null;
        var isKept = false;
        lock (_host.Gate)
        {
            session.Caller = null;
            session.LastUsedAt = _host.Time.GetTimestamp();
            if (!isAbandoned && !IsClosed && (reason = ReasonToClose(session, isIdle: false)) is null)
            {
                isKept = true;
                _idle.Add(session);
                _host.BecameIdle(session);
            }
            else
            {
                Close(session);
            }

            granted = ReleasePlace();
        }

        Begin(granted);
        if (isAbandoned)
        {
            Abandoned(session);
        }
        else if (reason is { } why)
        {
            _host.Metrics.Recycled(Name, why);
        }

        if (!isKept)
        {
            session.Dispose();
        }
    }

    /// <summary>Gives the first who waits a place. The gate is held; who gets it begins when it is left.</summary>
    public Waiter GrantFirst()
    {
        var waiter = _waiting.TakeFirst();
        waiter.Session = BeginRunning();
        waiter.Session?.Caller = waiter.Call;
        return waiter;
    }

    /// <summary>Takes an idle session out, because it will be closed. The gate is held.</summary>
    public void Forget(ScriptSession session)
    {
        _idle.Remove(session);
        _host.NoLongerIdle(session);
        Close(session);
    }

    /// <summary>Why a session must not serve another call; null when it may.</summary>
    public RecycleReason? ReasonToClose(ScriptSession session, bool isIdle) => RecycleRules.ReasonToClose(session, _instance.Options.Sessions, _host.Time, isIdle);

    /// <summary>Closes every session. Calls that wait are refused, calls that run are stopped.</summary>
    public void Dispose()
    {
        List<ScriptSession> idle;
        List<BlockCall> running;
        IReadOnlyList<Waiter> waiters;
        lock (_host.Gate)
        {
            IsClosed = true;
            waiters = _waiting.Close();
            idle = [.. _idle];
            idle.ForEach(Forget);
            running = [.. _open.Select(static session => session.Caller).OfType<BlockCall>()];
            _host.Closed(this);
        }

        foreach (var waiter in waiters)
        {
            waiter.Refuse(new ProblemException(LimitProblems.Closed(Name)));
        }

        idle.ForEach(static session => session.Dispose());

        // Each gives its session back when it ends, which closes it.
        running.ForEach(call => call.StopBecause(LimitProblems.Closed(Name)));
    }

    private Task TakeFirstPlaceAsync(CancellationToken cancellationToken)
    {
        lock (_host.Gate)
        {
            return TryTakePlace(out _) ? Task.CompletedTask : _waiting.Add(null, cancellationToken).Granted;
        }
    }

    // The gate is held.
    private bool TryTakePlace(out ScriptSession? idle)
    {
        if (IsClosed)
        {
            throw new ProblemException(LimitProblems.Closed(Name));
        }

        _hung.ThrowIfTooMany();
        if (_waiting.Count == 0 && _running < _instance.Options.SessionsPerIntegration && (IsMetascript || _host.HasPlace))
        {
            idle = BeginRunning();
            return true;
        }

        idle = null;
        return _waiting.Count >= _host.Limits.QueueLength ? throw new ProblemException(LimitProblems.QueueFull(Name, _waiting.Count, _running)) : false;
    }

    private static void Begin(Waiter? granted)
    {
        for (; granted is not null; granted = granted.Next)
        {
            granted.Registration.Unregister();
            if (granted.Call is not { } call)
            {
                granted.Grant();
            }
            else if (granted.Session is { } session)
            {
                Begin(session, call);
            }
            else
            {
                // Whoever gave the place away has nothing to do with what happens next.
                ThreadPool.UnsafeQueueUserWorkItem(static waiter => _ = waiter.Pool.OpenForAsync(waiter.Call!), granted, preferLocal: false);
            }
        }
    }

    private static void Begin(ScriptSession session, BlockCall call)
    {
        call.Has(session, givesBack: true);
        call.MakeStoppable(session);
        session.Post(call);
    }

    // Says which call has the session that it opened, so that closing the pool stops it.
    private void Serve(ScriptSession session, BlockCall call)
    {
        lock (_host.Gate)
        {
            if (!IsClosed)
            {
                session.Caller = call;
                return;
            }
        }

        call.StopBecause(LimitProblems.Closed(Name));
    }

    private async Task OpenForAsync(BlockCall call)
    {
        try
        {
            var (session, load, _) = await OpenAsync(isFirst: false, call.Stopped).ConfigureAwait(false);
            Serve(session ?? throw new IntegrationLoadException(Name, load.Problems), call);
            Begin(session, call);
        }
        catch (Exception exception)
        {
            call.NeverBegins(exception);
        }
    }

    private async Task<OpenedSession> OpenAsync(bool isFirst, CancellationToken cancellationToken)
    {
        ScriptSession? makesRoom;
        lock (_host.Gate)
        {
            makesRoom = _host.Opening();
        }

        makesRoom?.Dispose();
        OpenedSession? opened = null;
        try
        {
            opened = await _opener.OpenAsync(isFirst, cancellationToken).ConfigureAwait(false);
            if (opened.Session is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return opened;
        }
        finally
        {
            Took(opened);
        }
    }

    private void Took(OpenedSession? opened)
    {
        Waiter? granted = null;
        lock (_host.Gate)
        {
            if (opened?.Session is { } session)
            {
                session.Pool = this;
                _open.Add(session);
            }
            else
            {
                _host.Closed();
                granted = ReleasePlace();
            }
        }

        Begin(granted);
        if (opened?.Hung is { } hung)
        {
            Abandoned(hung);
        }
    }

    // A script that hangs keeps its thread, whatever becomes of its caller.
    private void Abandoned(ScriptSession session)
    {
        lock (_host.Gate)
        {
            _hung.Add(session);
        }

        _host.Metrics.Abandoned(Name);
    }

    private ScriptSession? BeginRunning()
    {
        _running++;
        _host.Running += Places;
        if (_idle.Count == 0)
        {
            return null;
        }

        // The one that was used last has the warmest caches.
        var session = _idle[^1];
        _idle.RemoveAt(_idle.Count - 1);
        _host.NoLongerIdle(session);
        return session;
    }

    // Those who got a place begin when the gate is left.
    private Waiter? ReleasePlace()
    {
        _running--;
        _host.Running -= Places;
        _host.WaitForTurn(this);
        return _host.Dispatch();
    }

    private void Close(ScriptSession session)
    {
        if (_open.Remove(session))
        {
            _host.Closed();
        }
    }
}
