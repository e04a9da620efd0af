namespace Immy.Typed.Server.Runs;

/// <summary>What an event of a run is.</summary>
internal enum RunEventKind
{
    /// <summary>An error that was written, or that ended a statement or the block.</summary>
    Error,

    /// <summary>An error that the script caught itself.</summary>
    CaughtError,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Write-Verbose.</summary>
    Verbose,

    /// <summary>Write-Debug.</summary>
    Debug,

    /// <summary>Write-Information.</summary>
    Information,

    /// <summary>Write-Host.</summary>
    Host,

    /// <summary>Write-Progress.</summary>
    Progress,

    /// <summary>Something is wrong with what the script did or wrote.</summary>
    Problem,

    /// <summary>The script sent an HTTP request.</summary>
    Request,

    /// <summary>Something was changed: an agent added, a client renamed.</summary>
    Difference,

    /// <summary>What the server itself has to say.</summary>
    Note,
}
