using Immy.Typed.Streams;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>What a script wrote to a stream, secrets masked.</summary>
/// <param name="At">When.</param>
/// <param name="Block">Init or HealthCheck.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Text">The text.</param>
/// <param name="File">The script; null when the stream does not know.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record ConnectionRecord(DateTimeOffset At, string Block, StreamKind Stream, string Text, string? File, int? Line, int? Column);
