namespace Immy.Typed.Hosting;

/// <summary>When a session is closed and opened anew. It never happens during a call.</summary>
public sealed class SessionLimits
{
    /// <summary>How old a session may become; one hour.</summary>
    public TimeSpan Age { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many calls a session may serve; 100,000. What they may leak is bounded by <see cref="AllocatedBytes"/>.</summary>
    public int Calls { get; set; } = 100_000;

    /// <summary>
    /// How many bytes a session's scripts may allocate in all; 4 GiB. No session can hold more than it allocated, so
    /// this bounds what one that leaks keeps alive.
    /// </summary>
    public long AllocatedBytes { get; set; } = 4L << 30;

    /// <summary>How long a session may stand idle; 10 minutes. The next call opens one again.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The stack of a session's thread in bytes; 2 MiB, enough for about 1,100 calls within each other. A script that goes deeper
    /// gets PowerShell's error about call depth; with a larger stack that error itself takes long, 50 seconds at 8 MiB.
    /// </summary>
    public int StackBytes { get; set; } = 2 << 20;
}
