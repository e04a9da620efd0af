namespace Immy.Typed.Pooling;

/// <summary>Why a session was closed in between calls.</summary>
internal enum RecycleReason
{
    /// <summary>It became too old.</summary>
    Age,

    /// <summary>It served as many calls as it may.</summary>
    Calls,

    /// <summary>Its scripts allocated as much as they may.</summary>
    Allocated,

    /// <summary>Nobody needed it.</summary>
    Idle,

    /// <summary>Its runspace is broken.</summary>
    Broken,
}
