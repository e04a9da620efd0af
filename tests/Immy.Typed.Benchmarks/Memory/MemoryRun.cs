using System.Diagnostics;
using System.Globalization;
using Immy.Typed.Benchmarks.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Memory;

/// <summary>Streams agents once for the peak of the process, and once more to sample the live heap on the way.</summary>
internal static class MemoryRun
{
    public const string Option = "--memory-run";
    public const string Fast = "fast";
    public const string Slow = "slow";

    private const int Samples = 20;
    private const double Mebibyte = 1024 * 1024;
    private static readonly string[] Clients = ["c1"];

    public static async Task WriteAsync(int count, string consumer)
    {
        await using var loaded = await AgentScript.LoadAsync(AgentScript.Statement(count));
        var agents = loaded.As<ISupportsListingAgents>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        await StreamAsync(agents, count, consumer == Slow, static _ => { });
        var seconds = clock.Elapsed.TotalSeconds;

        // A forced collection keeps the working set small, so the peak is read before the first one of this loop.
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;
        var highest = 0L;
        await StreamAsync(agents, count, consumer == Slow, arrived =>
        {
            if (arrived % (count / Samples) == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            }
        });
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {consumer} | {count:N0} | {before / Mebibyte:N1} MiB | {highest / Mebibyte:N1} MiB | {peak / Mebibyte:N0} MiB | {seconds:N1} |"));
    }

    private static async Task StreamAsync(ISupportsListingAgents agents, int count, bool isSlow, Action<int> arrived)
    {
        var seen = 0;
        await foreach (var agent in agents.GetAgents(Clients, CancellationToken.None))
        {
            arrived(++seen);

            // Slower than the script, so that its output waits in the buffer.
            if (isSlow && seen % 50 == 0)
            {
                await Task.Delay(1);
            }
        }

        if (seen != count)
        {
            throw new InvalidOperationException($"{seen} of {count} agents arrived.");
        }
    }
}
