using Immy.Typed.Problems;

namespace Immy.Typed.Streams;

/// <summary>One record of a stream, secrets masked.</summary>
/// <param name="Kind">The stream.</param>
/// <param name="At">When it was written.</param>
/// <param name="Message">The text.</param>
/// <param name="Location">Where in the script, when the stream knows.</param>
/// <param name="PercentComplete">For progress: 0 to 100, or null.</param>
public sealed record StreamRecord(StreamKind Kind, DateTimeOffset At, string Message, ScriptLocation? Location = null, int? PercentComplete = null);
