using System.Globalization;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>Remembers of each record how many objects the block had written before.</summary>
internal sealed class OrderObserver : IRunObserver
{
    private readonly List<(int Objects, string Text)> _records = [];

    public BlockRun? Run { get; private set; }

    public void OnStarted(BlockRun run) => _records.Clear();

    public void OnRecord(BlockRun run, StreamRecord record)
    {
        // What a script caught is told here, and no stream in pwsh.
        if (record.Kind != StreamKind.CaughtError)
        {
            _records.Add((run.Count, Text(record)));
        }
    }

    public void OnCompleted(BlockRun run) => Run = run;

    /// <summary>Records and objects, as they were written.</summary>
    public IEnumerable<string> Merge(IReadOnlyList<string> objects)
    {
        var next = 0;
        foreach (var (before, text) in _records)
        {
            for (; next < before && next < objects.Count; next++)
            {
                yield return objects[next];
            }

            yield return text;
        }

        foreach (var rest in objects.Skip(next))
        {
            yield return rest;
        }
    }

    private static string Text(StreamRecord record) => record.Kind == StreamKind.Progress
        ? string.Create(CultureInfo.InvariantCulture, $"{record.Kind} {record.Message} {record.PercentComplete ?? -1}")
        : $"{record.Kind} {record.Message}";
}
