using Immy.Typed.Problems;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>Scripts of one pool that go on although their callers were answered: each keeps its thread, so too many of them keep the pool from beginning more.</summary>
/// <remarks>Used while the host's gate is held.</remarks>
internal sealed class HungScripts(SessionPool pool, HostSessions host, bool isMetascript)
{
    /// <summary>Those that hang now.</summary>
    public int Count { get; private set; }

    /// <summary>All that ever did.</summary>
    public long Abandoned { get; private set; }

    /// <summary>Refuses a call where so many hang that it may not begin.</summary>
    /// <exception cref="ProblemException">Too many scripts hang.</exception>
    public void ThrowIfTooMany()
    {
        // Each metascript has a pool of its own, so they are counted together.
        var hung = isMetascript ? host.HungMetascripts : Count;
        if (hung >= host.Limits.HungScripts)
        {
            throw new ProblemException(isMetascript ? LimitProblems.TooManyMetascriptsHang(hung) : LimitProblems.TooManyHang(pool.Name, hung));
        }
    }

    /// <summary>Counts a session's script until its thread ends.</summary>
    public void Add(ScriptSession session)
    {
        Count++;
        Abandoned++;
        host.HungMetascripts += isMetascript ? 1 : 0;
        host.Add(pool);
        session.Ended.ContinueWith(_ => CameBack(), TaskScheduler.Default);
    }

    private void CameBack()
    {
        lock (host.Gate)
        {
            Count--;
            host.HungMetascripts -= isMetascript ? 1 : 0;
            if (pool.IsClosed)
            {
                host.Closed(pool);
            }
        }
    }
}
