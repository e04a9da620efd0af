namespace Immy.Typed.Server.Runs;

/// <summary>How a run stands.</summary>
internal enum RunState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>Everything was right.</summary>
    Ok,

    /// <summary>There is a result, but something was refused, cut short or went wrong on the way.</summary>
    Partial,

    /// <summary>There is no result.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>It never ran: too many waited, or the link closed. It may be asked again.</summary>
    Rejected,

    /// <summary>The server ended while it went on.</summary>
    Interrupted,
}
