namespace Immy.Typed.Computers;

/// <summary>A script for a computer.</summary>
public sealed record ComputerCommand
{
    /// <summary>The script's text; <c>$using:</c> variables are already plain variables in it.</summary>
    public required string Script { get; init; }

    /// <summary>Positional arguments: the script's <c>$args</c> or <c>param()</c>.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>Variables that the script finds set.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    /// <summary>How long it may run.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>True when whoever asks said how long; else a computer may have a usual time of its own.</summary>
    public bool IsTimeoutGiven { get; init; }

    /// <summary>How long to wait until the computer answers at all; null for the computer's own limit.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>True to run as the signed-in user instead of the system account.</summary>
    public bool AsUser { get; init; }
}
