namespace Immy.Typed.Server.Runs;

/// <summary>An event of a run as the API shows it, secrets masked.</summary>
/// <param name="Id">Counts up within a run.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What happened.</param>
/// <param name="File">The script; null when no place is known.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record RunEventView(long Id, DateTimeOffset At, RunEventKind Kind, string Text, string? File, int? Line, int? Column)
{
    public static RunEventView Of(RunEvent happened) => new(happened.Id, happened.At, happened.Kind, happened.Text, happened.File, happened.Line, happened.Column);
}
