namespace Immy.Typed.Streams;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    /// <summary>Everything was right.</summary>
    Ok,

    /// <summary>There is a result, but something was refused, cut short or went wrong on the way.</summary>
    Partial,

    /// <summary>There is no result.</summary>
    Failed,

    /// <summary>The caller stopped it.</summary>
    Cancelled,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>It never ran: the queue was full, the wait too long, or the integration closed. It may be asked again.</summary>
    Rejected,
}
