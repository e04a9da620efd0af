using Immy.Typed.Hosting;
using Immy.Typed.Sessions;

namespace Immy.Typed.Pooling;

/// <summary>When a session is closed in between calls.</summary>
internal static class RecycleRules
{
    /// <summary>Why a session must not serve another call; null when it may.</summary>
    public static RecycleReason? ReasonToClose(ScriptSession session, SessionLimits limits, TimeProvider time, bool isIdle)
    {
        var now = time.GetTimestamp();
        return session.IsBroken ? RecycleReason.Broken
            : session.Calls >= limits.Calls ? RecycleReason.Calls
            : session.AllocatedBytes >= limits.AllocatedBytes ? RecycleReason.Allocated
            : time.GetElapsedTime(session.OpenedAt, now) >= limits.Age ? RecycleReason.Age
            : isIdle && time.GetElapsedTime(session.LastUsedAt, now) >= limits.Idle ? RecycleReason.Idle
            : null;
    }
}
