using Immy.Typed.Calls;
using Immy.Typed.Monitoring;
using Immy.Typed.Problems;

namespace Immy.Typed.Pooling;

/// <summary>Those who wait for a place in one pool, in their order, and for how long they may. The host's gate is held, except where it says otherwise.</summary>
internal sealed class WaitingLine(SessionPool pool, HostSessions host)
{
    private readonly LinkedList<Waiter> _waiting = [];
    private ITimer? _timer;
    private bool _isClosed;

    public int Count => _waiting.Count;

    /// <summary>Puts a call at the end, or who opens the first session, which is no call.</summary>
    public Waiter Add(BlockCall? call, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(pool, call, host.Time.GetTimestamp());
        _waiting.AddLast(waiter.Node);
        waiter.Registration = cancellationToken.UnsafeRegister((state, token) => GiveUp((Waiter)state!, token), waiter);
        host.WaitForTurn(pool);
        if (_waiting.Count == 1)
        {
            Limit(host.Limits.QueueTime);
        }

        return waiter;
    }

    public Waiter TakeFirst()
    {
        var waiter = _waiting.First!.Value;
        _waiting.RemoveFirst();
        return waiter;
    }

    /// <summary>Ends the line; those who still wait are to be refused.</summary>
    public IReadOnlyList<Waiter> Close()
    {
        _isClosed = true;
        _timer?.Dispose();
        List<Waiter> left = [.. _waiting];
        _waiting.Clear();
        return left;
    }

    // Called without the gate.
    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (host.Gate)
        {
            if (waiter.Node.List is null)
            {
                // It has its place: what goes on there is stopped.
                return;
            }

            _waiting.Remove(waiter.Node);
        }

        waiter.Refuse(new OperationCanceledException(cancellationToken));
    }

    // One timer for all: they may wait equally long, so the first is the first to give up.
    private void Limit(TimeSpan due)
    {
        _timer ??= Timer();
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    // Whoever waits first has nothing to do with those after it: its context must not live as long as the timer.
    private ITimer Timer()
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
        {
            return host.Time.CreateTimer(static line => ((WaitingLine)line!).RefuseLate(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    // Called without the gate.
    private void RefuseLate()
    {
        var late = new List<Waiter>();
        SessionStatus status;
        lock (host.Gate)
        {
            while (!_isClosed && _waiting.First is { Value: var first })
            {
                var left = host.Limits.QueueTime - host.Time.GetElapsedTime(first.Since);
                if (left > TimeSpan.Zero)
                {
                    Limit(left + TimeSpan.FromMilliseconds(1));
                    break;
                }

                late.Add(TakeFirst());
            }

            status = pool.StatusNow;
        }

        late.ForEach(waiter => waiter.Refuse(new ProblemException(LimitProblems.WaitedTooLong(pool.Name, host.Limits.QueueTime, status))));
    }
}
