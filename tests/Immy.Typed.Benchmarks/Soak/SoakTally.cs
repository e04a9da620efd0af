using System.Collections.Concurrent;
using System.Globalization;
using Immy.Typed.Streams;

namespace Immy.Typed.Benchmarks.Soak;

/// <summary>Counts what callers got and what the observer saw; every call must end once, in the way that its kind ends.</summary>
internal sealed class SoakTally : IRunObserver
{
    private readonly ConcurrentDictionary<string, int> _outcomes = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _started;
    private int _completed;

    public int Calls => _outcomes.Values.Sum();

    public IReadOnlyCollection<string> Wrong => _wrong;

    public void OnStarted(BlockRun run) => Interlocked.Increment(ref _started);

    public void OnCompleted(BlockRun run) => Interlocked.Increment(ref _completed);

    public void Right(string kind) => _outcomes.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    public void Fail(string kind, string what)
    {
        Right($"{kind}, wrong");
        _wrong.Enqueue($"{kind}: {what}");
    }

    public void CheckRuns(int calls)
    {
        if (_started != calls || _completed != calls)
        {
            _wrong.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{calls} calls were made, {_started} runs began and {_completed} ended."));
        }
    }

    public override string ToString() => string.Join(", ", _outcomes.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:N0}")));
}
