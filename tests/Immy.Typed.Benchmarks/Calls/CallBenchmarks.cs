using System.Management.Automation;
using System.Management.Automation.Runspaces;
using BenchmarkDotNet.Attributes;
using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Calls;

/// <summary>One call of a one-line block with one named argument, in each of the ways in which a host could make it.</summary>
public class CallBenchmarks
{
    private const string Body = "param($clientId) \"token-$clientId\"";
    private const string AdvancedBody = "[CmdletBinding()] [OutputType([string])] param([Parameter(Mandatory)] [string] $clientId) \"token-$clientId\"";
    private const string Client = "c1";

    // Cheap calls are made in rows, so that neither the harness nor waking its thread is measured with each.
    private const int Row = 500;

    private LoadedIntegration _loaded = null!;
    private ISupportsTenantInstallToken _adapter = null!;
    private LoadedIntegration _loadedAdvanced = null!;
    private ISupportsTenantInstallToken _adapterOfAdvanced = null!;
    private ScriptBlock _advancedBlock = null!;
    private Runspace _runspace = null!;
    private ScriptBlock _block = null!;
    private ScriptBlock _rowByName = null!;
    private object[] _arguments = null!;

    [GlobalSetup]
    public void Setup()
    {
        _loaded = Load(Body);
        _adapter = _loaded.As<ISupportsTenantInstallToken>();
        _loadedAdvanced = Load(AdvancedBody);
        _adapterOfAdvanced = _loadedAdvanced.As<ISupportsTenantInstallToken>();
        _runspace = PlainRunspace.Open(_loaded.States.Create(PSLanguageMode.ConstrainedLanguage));
        _block = PlainRunspace.Block(_runspace, Body);
        _advancedBlock = PlainRunspace.Block(_runspace, AdvancedBody);
        _rowByName = PlainRunspace.Block(_runspace, $"param($b, $c) foreach ($n in 1..{Row}) {{ $last = & $b -clientId $c }} $last");
        _arguments = [Client];
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        Runspace.DefaultRunspace = null;
        _runspace.Dispose();
        _loaded.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _loadedAdvanced.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Row)]
    public object? InPlace()
    {
        Runspace.DefaultRunspace = _runspace;
        object? last = null;
        for (var call = 0; call < Row; call++)
        {
            last = _block.InvokeReturnAsIs(_arguments);
        }

        return last;
    }

    // The engine's own way from one script to a block: a command with a named argument, as the adapter promises it.
    [Benchmark(OperationsPerInvoke = Row)]
    public object? InPlaceByName()
    {
        Runspace.DefaultRunspace = _runspace;
        return _rowByName.InvokeReturnAsIs(_block, Client);
    }

    // With [CmdletBinding()] or [Parameter()] the engine makes an advanced function of a block, which only names bind.
    [Benchmark(OperationsPerInvoke = Row)]
    public object? InPlaceAdvanced()
    {
        Runspace.DefaultRunspace = _runspace;
        return _rowByName.InvokeReturnAsIs(_advancedBlock, Client);
    }

    [Benchmark(OperationsPerInvoke = Row)]
    public Task<string> Adapter() => AwaitRowAsync(_adapter);

    [Benchmark(OperationsPerInvoke = Row)]
    public Task<string> AdapterOfAdvanced() => AwaitRowAsync(_adapterOfAdvanced);

    [Benchmark(OperationsPerInvoke = Row)]
    public string AdapterBlocking()
    {
        var last = "";
        for (var call = 0; call < Row; call++)
        {
            last = _adapter.GetTenantInstallToken(Client, CancellationToken.None).GetAwaiter().GetResult();
        }

        return last;
    }

    [Benchmark]
    public string FreshPowerShell() => Invoke(_runspace);

    [Benchmark]
    public string FreshRunspaceSharedTables()
    {
        using var runspace = PlainRunspace.Open(_loaded.States.Create(PSLanguageMode.ConstrainedLanguage));
        return Invoke(runspace);
    }

    [Benchmark]
    public string FreshRunspaceDefault()
    {
        using var runspace = PlainRunspace.Open(InitialSessionState.CreateDefault2());
        return Invoke(runspace);
    }

    [Benchmark]
    public string Process() => PwshProcess.Run($"& {{ {Body} }} -clientId {Client}");

    private static LoadedIntegration Load(string body)
        => LoadedIntegration.LoadAsync(nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken), body).GetAwaiter().GetResult();

    private static async Task<string> AwaitRowAsync(ISupportsTenantInstallToken adapter)
    {
        var last = "";
        for (var call = 0; call < Row; call++)
        {
            last = await adapter.GetTenantInstallToken(Client, CancellationToken.None).ConfigureAwait(false);
        }

        return last;
    }

    private static string Invoke(Runspace runspace)
    {
        using var shell = PowerShell.Create(runspace);
        return shell.AddScript(Body).AddParameter("clientId", Client).Invoke<string>()[0];
    }
}
