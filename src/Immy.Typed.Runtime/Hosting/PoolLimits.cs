namespace Immy.Typed.Hosting;

/// <summary>How many sessions and waiting calls there may be. Instances take turns, so that one that floods starves no other.</summary>
public sealed class PoolLimits
{
    /// <summary>How many calls of one instance may wait for a session; 256. A further one is refused at once.</summary>
    public int QueueLength { get; set; } = 256;

    /// <summary>How long a call may wait for a session; 60 seconds.</summary>
    public TimeSpan QueueTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many calls may run at once in the whole host; 64.</summary>
    public int RunningCalls { get; set; } = 64;

    /// <summary>How many scripts that work for an action may run at once in the whole host, besides the calls; 64. A further one waits.</summary>
    public int RunningMetascripts { get; set; } = 64;

    /// <summary>How many sessions may be open in the whole host, idle ones included; 2,048. Where it is reached, the one that is idle longest is closed.</summary>
    public int OpenSessions { get; set; } = 2_048;

    /// <summary>
    /// How many abandoned scripts of one instance may still hang; 4. Each keeps a thread, so the instance is refused
    /// further calls until one of them comes back. Scripts that work for an action are counted together.
    /// </summary>
    public int HungScripts { get; set; } = 4;
}
