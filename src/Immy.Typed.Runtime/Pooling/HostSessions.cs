using Immy.Typed.Hosting;
using Immy.Typed.Monitoring;
using Immy.Typed.Sessions;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Pooling;

/// <summary>
/// The sessions of all instances of a host. One lock guards the counts of the host and of its pools; instances that
/// wait take turns, one call each, so that one that floods starves no other.
/// </summary>
internal sealed class HostSessions : IDisposable
{
    private readonly Queue<SessionPool> _turns = new();
    private readonly LinkedList<ScriptSession> _idle = [];
    private readonly HashSet<SessionPool> _pools = [];
    private readonly ITimer _sweeper;

    public HostSessions(IOptions<ImmyTypedOptions> options, TimeProvider time, SessionMetrics metrics)
    {
        Limits = options.Value.Pool;
        Time = time;
        Metrics = metrics;
        metrics.Observe(() => Statuses());
        var period = TimeSpan.FromTicks(Math.Clamp(options.Value.Sessions.Idle.Ticks / 4, TimeSpan.TicksPerMillisecond * 50, TimeSpan.TicksPerSecond * 30));
        _sweeper = time.CreateTimer(static state => ((HostSessions)state!).Sweep(), this, period, period);
    }

    /// <summary>Guards this object and every pool of the host. Nothing is called under it that waits or runs a script.</summary>
    public Lock Gate { get; } = new();

    public PoolLimits Limits { get; }

    public TimeProvider Time { get; }

    public SessionMetrics Metrics { get; }

    /// <summary>Calls that hold a place.</summary>
    public int Running { get; set; }

    /// <summary>Scripts of actions that were abandoned and still hang.</summary>
    public int HungMetascripts { get; set; }

    /// <summary>Sessions that are open, without those that hang.</summary>
    public int Open { get; private set; }

    /// <summary>Whether one more call may run; those that wait come first.</summary>
    public bool HasPlace => Running < Limits.RunningCalls && _turns.Count == 0;

    /// <summary>Shows a pool. The gate is held.</summary>
    public void Add(SessionPool pool) => _pools.Add(pool);

    /// <summary>Shows a closed pool no longer, unless scripts of it still hang: each keeps a thread. The gate is held.</summary>
    public void Closed(SessionPool pool)
    {
        if (pool.StatusNow.Hung == 0)
        {
            _pools.Remove(pool);
        }
    }

    public IReadOnlyList<(string Instance, SessionStatus Status)> Statuses()
    {
        lock (Gate)
        {
            return [.. _pools.Select(static pool => (pool.Name, pool.StatusNow))];
        }
    }

    /// <summary>Lets a pool have its turn when a place is free. The gate is held.</summary>
    public void WaitForTurn(SessionPool pool)
    {
        if (!pool.IsInTurn && pool.WantsPlace)
        {
            pool.IsInTurn = true;
            _turns.Enqueue(pool);
        }
    }

    /// <summary>Gives free places to those that wait, one turn after the other, and returns who got one. The gate is held.</summary>
    public Waiter? Dispatch()
    {
        Waiter? granted = null;
        while (Running < Limits.RunningCalls && _turns.TryDequeue(out var pool))
        {
            pool.IsInTurn = false;
            if (pool.WantsPlace)
            {
                var waiter = pool.GrantFirst();
                (waiter.Next, granted) = (granted, waiter);
                WaitForTurn(pool);
            }
        }

        return granted;
    }

    /// <summary>Counts a session that is about to open, and says which idle one must close for it. The gate is held.</summary>
    public ScriptSession? Opening()
    {
        Open++;
        if (Open <= Limits.OpenSessions || _idle.First is not { } oldest)
        {
            return null;
        }

        oldest.Value.Pool!.Forget(oldest.Value);
        return oldest.Value;
    }

    /// <summary>A session is open no longer. The gate is held.</summary>
    public void Closed() => Open--;

    public void BecameIdle(ScriptSession session) => _idle.AddLast(session.IdleNode);

    public void NoLongerIdle(ScriptSession session) => _idle.Remove(session.IdleNode);

    public void Dispose() => _sweeper.Dispose();

    // Idle sessions are closed when their time has come; nothing happens to a session that has a call.
    private void Sweep()
    {
        var due = new List<(ScriptSession Session, RecycleReason Reason)>();
        lock (Gate)
        {
            for (var node = _idle.First; node is not null;)
            {
                var (session, next) = (node.Value, node.Next);
                if (session.Pool!.ReasonToClose(session, isIdle: true) is { } reason)
                {
                    session.Pool.Forget(session);
                    due.Add((session, reason));
                }

                node = next;
            }
        }

        foreach (var (session, reason) in due)
        {
            Metrics.Recycled(session.Instance.Name, reason);
            session.Dispose();
        }
    }
}
