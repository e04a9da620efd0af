using System.Diagnostics;
using System.Globalization;
using Immy.Typed.Benchmarks.Harness;
using Immy.Typed.Integrations;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Opening;

/// <summary>Loads many instances into one host and tells what they take while they stand idle, and after their sessions were closed.</summary>
internal static class InstancesRun
{
    public const string Option = "--instances";

    private const double Mebibyte = 1024 * 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    public static async Task WriteAsync(int count)
    {
        await using var loaded = await LoadedIntegration.LoadAsync(
            nameof(ISupportsTenantInstallToken),
            nameof(ISupportsTenantInstallToken.GetTenantInstallToken),
            "param($clientId) \"token-$clientId\"",
            options => (options.Sessions.Idle, options.Pool.OpenSessions) = (Idle, count + 100));
        await loaded.As<ISupportsTenantInstallToken>().GetTenantInstallToken("c1", CancellationToken.None);
        Console.WriteLine("| instances | working set beyond the process before | live heap beyond it | threads | first call of an instance, median | longest |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        var before = Memory();
        var (instances, firstCalls) = await LoadAsync(loaded, count);
        Write($"{count:N0} idle", before, firstCalls);

        while (instances.Any(static instance => instance.Sessions.Open > 0))
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        Write("the same, their sessions closed", before, []);
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        instances.Clear();
        Write("none any more", before, []);
    }

    private static async Task<(List<DynamicIntegration> Instances, double[] FirstCalls)> LoadAsync(LoadedIntegration loaded, int count)
    {
        var instances = new List<DynamicIntegration>();
        var firstCalls = new List<double>();
        for (var number = 0; number < count; number++)
        {
            // Each has a text of its own, so that none profits from another's.
            var instance = await loaded.LoadMoreAsync($"Instance{number}", LoadedIntegration.Script(
                nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken), $"param($clientId) \"token-{number}-$clientId\""));
            instances.Add(instance);
            var start = Stopwatch.GetTimestamp();
            await ((ISupportsTenantInstallToken)(object)instance).GetTenantInstallToken("c1", CancellationToken.None);
            firstCalls.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (instances, [.. firstCalls.Order()]);
    }

    private static (double WorkingSet, double Heap) Memory()
    {
        for (var pass = 0; pass < 3; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return (process.WorkingSet64 / Mebibyte, GC.GetTotalMemory(forceFullCollection: false) / Mebibyte);
    }

    private static void Write(string what, (double WorkingSet, double Heap) before, double[] firstCalls)
    {
        var (workingSet, heap) = Memory();
        using var process = Process.GetCurrentProcess();
        var calls = firstCalls.Length == 0 ? "- | -" : string.Create(CultureInfo.InvariantCulture, $"{firstCalls[firstCalls.Length / 2]:N2} ms | {firstCalls[^1]:N1} ms");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {workingSet - before.WorkingSet:N0} MiB | {heap - before.Heap:N1} MiB | {process.Threads.Count} | {calls} |"));
    }
}
