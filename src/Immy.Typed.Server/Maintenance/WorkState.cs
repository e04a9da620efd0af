namespace Immy.Typed.Server.Maintenance;

/// <summary>How a maintenance session or one of its actions stands.</summary>
internal enum WorkState
{
    /// <summary>It has not begun.</summary>
    Pending,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>All went well.</summary>
    Succeeded,

    /// <summary>Something went wrong; the error or message says what.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,

    /// <summary>The server ended while it went on.</summary>
    Interrupted,
}
