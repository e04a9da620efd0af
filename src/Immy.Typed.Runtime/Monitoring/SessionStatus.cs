namespace Immy.Typed.Monitoring;

/// <summary>How the sessions of an integration instance are, at one moment.</summary>
public sealed record SessionStatus
{
    /// <summary>Sessions that are open, idle ones included.</summary>
    public int Open { get; init; }

    /// <summary>Sessions that wait for a call.</summary>
    public int Idle { get; init; }

    /// <summary>Calls that have a session, or open one.</summary>
    public int Running { get; init; }

    /// <summary>Calls that wait for a session.</summary>
    public int Waiting { get; init; }

    /// <summary>Scripts that were abandoned because they did not stop, and that still hang; each keeps a thread.</summary>
    public int Hung { get; init; }

    /// <summary>Scripts that were ever abandoned, those that came back included.</summary>
    public long Abandoned { get; init; }
}
