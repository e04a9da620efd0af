namespace Immy.Typed.Streams;

/// <summary>The streams that a script writes besides its results.</summary>
public enum StreamKind
{
    /// <summary>An error that was written, or that ended a statement or the block.</summary>
    Error,

    /// <summary>An error that the script caught itself.</summary>
    CaughtError,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>Write-Verbose, where it is on.</summary>
    Verbose,

    /// <summary>Write-Debug, where it is on.</summary>
    Debug,

    /// <summary>Write-Information.</summary>
    Information,

    /// <summary>Write-Host and what formatting sends to the host.</summary>
    Host,

    /// <summary>Write-Progress.</summary>
    Progress,
}
