using System.Diagnostics;

namespace Immy.Typed.Benchmarks.Harness;

/// <summary>One of several ways to do the same: it is run once a round and gives the microseconds of one operation.</summary>
/// <param name="Name">What a table calls it.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed record Way(string Name, Func<Task<double>> RunAsync)
{
    /// <summary>A way that is timed as a whole.</summary>
    public static Way Of(string name, int operations, Func<Task> run) => new(name, async () =>
    {
        var start = Stopwatch.GetTimestamp();
        await run().ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / operations;
    });

    /// <summary>A way that awaits nothing.</summary>
    public static Way Of(string name, int operations, Action run) => Of(name, operations, () =>
    {
        run();
        return Task.CompletedTask;
    });
}
