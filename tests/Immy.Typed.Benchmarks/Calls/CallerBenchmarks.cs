using BenchmarkDotNet.Attributes;
using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Calls;

/// <summary>16 callers on one instance: how its calls scale with its sessions, for a block that computes and for one that waits.</summary>
public class CallerBenchmarks
{
    private const int Callers = 16;
    private const int CallsOfEach = 10;

    private LoadedIntegration _loaded = null!;
    private ISupportsTenantInstallToken _adapter = null!;

    /// <summary>How many sessions the instance may have.</summary>
    [Params(1, 2, 4)]
    public int Sessions { get; set; }

    /// <summary>What the block does: about half a millisecond of loop, or a wait of one millisecond.</summary>
    [Params("computes", "waits")]
    public string Block { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var body = Block == "computes" ? "$sum = 0; foreach ($n in 1..10000) { $sum += $n }; \"$clientId-$sum\"" : "Start-Sleep -Milliseconds 1; $clientId";
        _loaded = LoadedIntegration.LoadAsync(
            nameof(ISupportsTenantInstallToken),
            nameof(ISupportsTenantInstallToken.GetTenantInstallToken),
            $"param($clientId) {body}",
            options => options.SessionsPerIntegration = Sessions).GetAwaiter().GetResult();
        _adapter = _loaded.As<ISupportsTenantInstallToken>();
    }

    [GlobalCleanup]
    public void Cleanup() => _loaded.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark(OperationsPerInvoke = Callers * CallsOfEach)]
    public Task CallsOfAll() => Task.WhenAll(Enumerable.Range(0, Callers).Select(static caller => $"c{caller}").Select(CallAsync));

    private async Task CallAsync(string client)
    {
        for (var call = 0; call < CallsOfEach; call++)
        {
            var answer = await _adapter.GetTenantInstallToken(client, CancellationToken.None).ConfigureAwait(false);
            if (!answer.StartsWith(client, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{client} got {answer}.");
            }
        }
    }
}
