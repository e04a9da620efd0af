using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>Keeps every span that ended, of whichever server of the process: spans end on any thread, also while a test reads.</summary>
internal sealed class SpanRecorder : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<Activity> _spans = new();

    /// <summary>Those that have ended so far.</summary>
    public IReadOnlyCollection<Activity> Spans => _spans;

    public override void OnEnd(Activity data) => _spans.Enqueue(data);
}
