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
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly List<ScriptSession> _idle = [];
    private readonly HashSet<ScriptSession> _open = [];
    private int _running;
    private int _hung;
    private long _abandoned;
    private bool _isClosed;

    public SessionPool(HostSessions host, SessionStateFactory states, InstanceState instance)
    {
        _host = host;
        _opener = new SessionOpener(states, instance);
        _instance = instance;
        lock (host.Gate)
        {
            host.Add(this);
        }
    }

    public string Name => _instance.Name;

    /// <summary>True while the pool stands in the host's queue of turns.</summary>
    public bool IsInTurn { get; set; }

    /// <summary>Whether a call waits that may run as far as this instance is concerned. The gate is held.</summary>
    public bool WantsPlace => _waiting.Count > 0 && _running < _instance.Options.SessionsPerIntegration;

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
        Hung = _hung,
        Abandoned = _abandoned,
    };

    /// <summary>Opens the first session, which decides whether the integration exists, and leaves it idle.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load, or the host has no place for it.</exception>
    public async Task<LoadWork> OpenFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TakePlaceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException exception)
        {
            throw new IntegrationLoadException(Name, [exception.Problem]);
        }

        var (session, load, _) = await OpenAsync(isFirst: true, cancellationToken).ConfigureAwait(false);
        Return(session ?? throw new IntegrationLoadException(Name, load.Problems), isAbandoned: false);
        return load;
    }

    /// <summary>Takes a session for one call; the call gives it back with <see cref="Return"/>.</summary>
    /// <exception cref="ProblemException">The queue is full, the wait was too long, or too many scripts hang.</exception>
    public async ValueTask<ScriptSession> TakeAsync(CancellationToken cancellationToken)
    {
        if (await TakePlaceAsync(cancellationToken).ConfigureAwait(false) is { } idle)
        {
            return idle;
        }

        var (opened, load, _) = await OpenAsync(isFirst: false, cancellationToken).ConfigureAwait(false);
        return opened ?? throw new IntegrationLoadException(Name, load.Problems);
    }

    /// <summary>Says which call has the session, so that closing the pool stops it.</summary>
    public void Serve(ScriptSession session, BlockCall call)
    {
        lock (_host.Gate)
        {
            if (!_isClosed)
            {
                session.Caller = call;
                return;
            }
        }

        call.StopBecause(LimitProblems.Closed(Name));
    }

    public void Return(ScriptSession session, bool isAbandoned)
    {
        RecycleReason? reason = null;
        var isKept = false;
        lock (_host.Gate)
        {
            session.Caller = null;
            session.LastUsedAt = _host.Time.GetTimestamp();
            if (!isAbandoned && !_isClosed && (reason = ReasonToClose(session, isIdle: false)) is null)
            {
                isKept = true;
                _idle.Add(session);
                _host.BecameIdle(session);
            }
            else
            {
                Close(session);
            }

            ReleasePlace();
        }

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

    /// <summary>Gives the first call that waits its place. The gate is held.</summary>
    public void GrantFirst()
    {
        var waiter = _waiting.First!.Value;
        _waiting.RemoveFirst();
        waiter.Grant(BeginRunning());
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
        List<Waiter> waiters;
        lock (_host.Gate)
        {
            _isClosed = true;
            waiters = [.. _waiting];
            _waiting.Clear();
            idle = [.. _idle];
            idle.ForEach(Forget);
            running = [.. _open.Select(static session => session.Caller).OfType<BlockCall>()];
            _host.Closed(this);
        }

        waiters.ForEach(waiter => waiter.Refuse(new ProblemException(LimitProblems.Closed(Name))));
        idle.ForEach(static session => session.Dispose());

        // Their callers give the sessions back, which closes them.
        running.ForEach(call => call.StopBecause(LimitProblems.Closed(Name)));
    }

    private async ValueTask<ScriptSession?> TakePlaceAsync(CancellationToken cancellationToken)
    {
        Waiter waiter;
        LinkedListNode<Waiter> node;
        lock (_host.Gate)
        {
            if (_isClosed)
            {
                throw new ProblemException(LimitProblems.Closed(Name));
            }

            var hung = IsMetascript ? _host.HungMetascripts : _hung;
            if (hung >= _host.Limits.HungScripts)
            {
                throw new ProblemException(IsMetascript ? LimitProblems.TooManyMetascriptsHang(hung) : LimitProblems.TooManyHang(Name, hung));
            }

            if (_waiting.Count == 0 && _running < _instance.Options.SessionsPerIntegration && (IsMetascript || _host.HasPlace))
            {
                return BeginRunning();
            }

            if (_waiting.Count >= _host.Limits.QueueLength)
            {
                throw new ProblemException(LimitProblems.QueueFull(Name, _waiting.Count, _running));
            }

            waiter = new Waiter();
            node = _waiting.AddLast(waiter);
            _host.WaitForTurn(this);
        }

        return await WaitAsync(waiter, node, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ScriptSession?> WaitAsync(Waiter waiter, LinkedListNode<Waiter> node, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.Granted.WaitAsync(_host.Limits.QueueTime, _host.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            GiveUp(waiter, node);
            throw exception is TimeoutException ? new ProblemException(LimitProblems.WaitedTooLong(Name, _host.Limits.QueueTime, Status)) : exception;
        }
    }

    // It may have been granted in the same moment: then the place goes to the next.
    private void GiveUp(Waiter waiter, LinkedListNode<Waiter> node)
    {
        lock (_host.Gate)
        {
            if (node.List is not null)
            {
                _waiting.Remove(node);
                return;
            }

            if (!waiter.Granted.IsCompletedSuccessfully)
            {
                return;
            }

            if (waiter.Granted.Result is null)
            {
                ReleasePlace();
                return;
            }
        }

        Return(waiter.Granted.Result, isAbandoned: false);
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
                ReleasePlace();
            }
        }

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
            _hung++;
            _abandoned++;
            _host.HungMetascripts += IsMetascript ? 1 : 0;
            _host.Add(this);
        }

        _host.Metrics.Abandoned(Name);
        session.Ended.ContinueWith(_ => CameBack(), TaskScheduler.Default);
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

    private void ReleasePlace()
    {
        _running--;
        _host.Running -= Places;
        _host.WaitForTurn(this);
        _host.Dispatch();
    }

    private void Close(ScriptSession session)
    {
        if (_open.Remove(session))
        {
            _host.Closed();
        }
    }

    private void CameBack()
    {
        lock (_host.Gate)
        {
            _hung--;
            _host.HungMetascripts -= IsMetascript ? 1 : 0;
            if (_isClosed)
            {
                _host.Closed(this);
            }
        }
    }
}
