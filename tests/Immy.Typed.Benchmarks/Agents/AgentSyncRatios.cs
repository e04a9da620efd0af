using System.Globalization;

namespace Immy.Typed.Benchmarks.Agents;

/// <summary>Compares a sync of agents with inserting the same rows with EF Core alone, in turns, each round over an empty database.</summary>
internal static class AgentSyncRatios
{
    public const string Option = "--agent-sync";

    private const int Rounds = 3;
    private const int WarmUp = 2_000;
    private const double Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(50);

    public static async Task WriteAsync(int agents)
    {
        await RoundAsync(WarmUp);
        var (_, _, small) = await RoundAsync(Math.Max(1, agents / 10));
        var rounds = new List<(double Insert, double Sync, double Peak)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(agents));
        }

        Console.WriteLine("| way | agents a second, median | ratio to the first, median (lowest to highest) |");
        Console.WriteLine("| --- | ---: | ---: |");
        var ratios = rounds.Select(static round => round.Insert / round.Sync).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| EF Core alone | {agents / Median(rounds.Select(static round => round.Insert)):N0} | 1 |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| sync | {agents / Median(rounds.Select(static round => round.Sync)):N0} | {ratios[Rounds / 2]:N2} ({ratios[0]:N2} to {ratios[^1]:N2}) |"));
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Managed heap at its highest during a sync, above what it was before: {small:N1} MiB with {Math.Max(1, agents / 10):N0} agents, {Median(rounds.Select(static round => round.Peak)):N1} MiB with {agents:N0}."));
    }

    private static async Task<(double Insert, double Sync, double Peak)> RoundAsync(int agents)
    {
        await using var host = await AgentSyncHost.StartAsync();
        var insert = await host.InsertAsync(await host.EmptyLinkAsync(), agents);
        var synced = await host.LinkAsync(agents);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stop = new CancellationTokenSource();
        var peak = PeakAsync(stop.Token);
        var sync = await host.SyncAsync(synced, agents);
        await stop.CancelAsync();
        return (insert.TotalSeconds, sync.TotalSeconds, (await peak - before) / Mebibyte);
    }

    private static async Task<long> PeakAsync(CancellationToken cancellationToken)
    {
        var highest = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(Sample, CancellationToken.None);
        }

        return highest;
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
