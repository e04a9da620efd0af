using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Calls;

/// <summary>Compares a call through the adapter with the block in place and with the common way, in turns.</summary>
internal static class CallRatios
{
    public const string Option = "--calls";

    private const string Body = "param($clientId) \"token-$clientId\"";
    // A row takes longer than the system needs to move one of the two threads to the other core.
    private const int Row = 10_000;
    private const int FreshRow = 20;

    public static async Task WriteAsync(int rounds)
    {
        await using var loaded = await LoadedIntegration.LoadAsync(nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken), Body);
        var adapter = loaded.As<ISupportsTenantInstallToken>();
        using var runspace = PlainRunspace.Open(loaded.States.Create(System.Management.Automation.PSLanguageMode.ConstrainedLanguage));
        var block = PlainRunspace.Block(runspace, Body);
        Runspace.DefaultRunspace = null;
        await RatioTable.WriteAsync(
            rounds,
            rounds,
            Way.Of("in place", Row, () => On(runspace, Row, () => block.InvokeReturnAsIs("c1"))),
            Way.Of("adapter, awaited", Row, () => RowAsync(adapter)),
            Way.Of("adapter, the calling thread blocked", Row, () => BlockedRow(adapter)),
            Way.Of("a fresh `PowerShell` on an open runspace", FreshRow, () => On(runspace, FreshRow, () => Fresh(runspace))));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await RowAsync(adapter);
        var adapters = (GC.GetTotalAllocatedBytes(precise: true) - before) / Row;
        before = GC.GetAllocatedBytesForCurrentThread();
        On(runspace, Row, () => block.InvokeReturnAsIs("c1"));
        var inPlace = (GC.GetAllocatedBytesForCurrentThread() - before) / Row;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Allocated by a call: {adapters:N0} bytes through the adapter, {inPlace:N0} bytes in place."));
    }

    private static void On(Runspace runspace, int calls, Action call)
    {
        // The thread goes on to call the adapter, which refuses calls from inside of sessions only; it must not look like one.
        Runspace.DefaultRunspace = runspace;
        for (var done = 0; done < calls; done++)
        {
            call();
        }

        Runspace.DefaultRunspace = null;
    }

    private static async Task RowAsync(ISupportsTenantInstallToken adapter)
    {
        for (var call = 0; call < Row; call++)
        {
            await adapter.GetTenantInstallToken("c1", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static void BlockedRow(ISupportsTenantInstallToken adapter)
    {
        for (var call = 0; call < Row; call++)
        {
            adapter.GetTenantInstallToken("c1", CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static void Fresh(Runspace runspace)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(Body).AddParameter("clientId", "c1").Invoke<string>();
    }
}
