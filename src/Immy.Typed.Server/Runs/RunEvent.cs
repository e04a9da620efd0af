namespace Immy.Typed.Server.Runs;

/// <summary>Something that happened in a run, secrets masked.</summary>
internal sealed class RunEvent
{
    /// <summary>Counts up in the order in which events are saved.</summary>
    public long Id { get; init; }

    public required Guid RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RunEventKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The script; null when no place is known.</summary>
    public string? File { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }
}
