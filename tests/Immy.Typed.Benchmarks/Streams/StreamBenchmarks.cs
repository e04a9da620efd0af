using System.Management.Automation;
using System.Management.Automation.Runspaces;
using BenchmarkDotNet.Attributes;
using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Streams;

/// <summary>100,000 agents through GetAgents against the same loop in place, whose agents nobody takes.</summary>
public class StreamBenchmarks
{
    private const int Count = 100_000;
    private static readonly string[] Clients = ["c1"];

    private LoadedIntegration _loaded = null!;
    private ISupportsListingAgents _adapter = null!;
    private Runspace _runspace = null!;
    private string _inPlace = null!;

    /// <summary>How the script loops: by a statement, or by a pipeline.</summary>
    [Params("foreach", "ForEach-Object")]
    public string Loop { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var body = Loop == "foreach" ? AgentScript.Statement(Count) : AgentScript.Pipeline(Count);
        _loaded = AgentScript.LoadAsync(body).GetAwaiter().GetResult();
        _adapter = _loaded.As<ISupportsListingAgents>();
        _runspace = PlainRunspace.Open(_loaded.States.Create(PSLanguageMode.ConstrainedLanguage));
        _inPlace = $"& {{ {body} }} -clientIds c1 | Out-Null";
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _runspace.Dispose();
        _loaded.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void InPlace()
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(_inPlace).Invoke();
        if (shell.HadErrors)
        {
            throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public async Task<int> Adapter()
    {
        var agents = 0;
        await foreach (var agent in _adapter.GetAgents(Clients, CancellationToken.None).ConfigureAwait(false))
        {
            agents += agent.ExternalAgentId.Length > 0 ? 1 : 0;
        }

        return agents == Count ? agents : throw new InvalidOperationException($"{agents} agents arrived.");
    }
}
