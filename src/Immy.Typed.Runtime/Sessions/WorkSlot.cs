using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Immy.Typed.Sessions;

/// <summary>
/// Hands work to a session's thread, one piece at a time. Between calls that follow each other closely the thread looks
/// for the next one a moment before it sleeps, since waking a thread costs more than most blocks.
/// </summary>
[SuppressMessage("Reliability", "CA1001:Types that own disposable fields should be disposable", Justification = "Somebody may come too late to a closed slot; the collector closes the event.")]
internal sealed class WorkSlot
{
    // Not a monitor: the thread that is woken would need it at once, while whoever woke it still holds it.
    private readonly AutoResetEvent _sleep = new(false);
    private SessionWork? _next;
    private volatile bool _isAsleep;
    private volatile bool _isClosed;
    private bool _looks = true;

    /// <summary>True when the thread must be woken for its next work.</summary>
    public bool IsAsleep => _isAsleep;

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
        var since = Stopwatch.GetTimestamp();
        if (_looks && LookFor() is { } work)
        {
            return work;
        }

        // A look that was in vain is not repeated until work comes again as soon as that; to look would only take time from others.
        var next = WaitFor();
        _looks = Stopwatch.GetElapsedTime(since) < Look.Length + Look.Length;
        return next;
    }

    public void Close()
    {
        _isClosed = true;
        WakeUp();
    }

    private SessionWork? LookFor()
    {
        var look = new Look();
        do
        {
            if (Volatile.Read(ref _next) is not null)
            {
                return Interlocked.Exchange(ref _next, null);
            }
        }
        while (!_isClosed && look.GoesOn());

        return null;
    }

    private SessionWork? WaitFor()
    {
        _isAsleep = true;
        SessionWork? work;

        // The exchange is a fence: either this sees the work, or Post sees that the thread is asleep.
        while ((work = Interlocked.Exchange(ref _next, null)) is null && !_isClosed)
        {
            _sleep.WaitOne();
        }

        _isAsleep = false;
        return work;
    }

    private void WakeUp()
    {
        Interlocked.MemoryBarrier();
        if (_isAsleep)
        {
            _sleep.Set();
        }
    }
}
