namespace Immy.Typed.Sessions;

/// <summary>
/// Hands work to a session's thread, one piece at a time. Between calls that follow each other closely the thread looks
/// for the next one a moment before it sleeps, since waking a thread costs more than most blocks.
/// </summary>
internal sealed class WorkSlot
{
    private const int FewestLooks = 2;
    private const int MostLooks = 64;

    private readonly object _sleep = new();
    private SessionWork? _next;
    private volatile bool _isAsleep;
    private volatile bool _isClosed;
    private int _looks = FewestLooks;

    /// <summary>Gives the thread its next work; false when the session is closed and will not do it.</summary>
    public bool Post(SessionWork work)
    {
        if (_isClosed)
        {
            return false;
        }

        if (Interlocked.CompareExchange(ref _next, work, null) is { } other)
        {
            throw new InvalidOperationException($"The session has not begun '{other}' yet; one call has a session at a time.");
        }

        WakeUp();
        return !_isClosed || Interlocked.CompareExchange(ref _next, null, work) != work;
    }

    /// <summary>Waits for the next work; null once the slot is closed and empty.</summary>
    public SessionWork? Take()
    {
        if (LookFor() is { } work)
        {
            _looks = Math.Min(_looks * 2, MostLooks);
            return work;
        }

        // Nobody calls often: looking would only take time from others.
        _looks = Math.Max(_looks / 2, FewestLooks);
        return WaitFor();
    }

    public void Close()
    {
        _isClosed = true;
        WakeUp();
    }

    private SessionWork? LookFor()
    {
        var spin = default(SpinWait);
        for (var look = 0; look < _looks; look++)
        {
            if (Interlocked.Exchange(ref _next, null) is { } work)
            {
                return work;
            }

            spin.SpinOnce(sleep1Threshold: -1);
        }

        return null;
    }

    private SessionWork? WaitFor()
    {
        lock (_sleep)
        {
            _isAsleep = true;
            SessionWork? work;

            // The exchange is a fence: either this sees the work, or Post sees that the thread is asleep.
            while ((work = Interlocked.Exchange(ref _next, null)) is null && !_isClosed)
            {
                Monitor.Wait(_sleep);
            }

            _isAsleep = false;
            return work;
        }
    }

    private void WakeUp()
    {
        Interlocked.MemoryBarrier();
        if (_isAsleep)
        {
            lock (_sleep)
            {
                Monitor.Pulse(_sleep);
            }
        }
    }
}
