using System.Diagnostics;
using Immy.Typed.Benchmarks.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Opening;

/// <summary>Compares what it takes to open sessions and instances with a bare runspace, in turns.</summary>
internal static class OpeningRatios
{
    public const string Option = "--opening";

    private const int Row = 10;
    private static readonly string Script = LoadedIntegration.Script(
        nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken), "param($clientId) \"token-$clientId\"");

    public static async Task WriteAsync(int rounds)
    {
        await using var loaded = await LoadedIntegration.LoadAsync(
            nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken), "param($clientId) \"token-$clientId\"");
        var state = loaded.States.Create(System.Management.Automation.PSLanguageMode.ConstrainedLanguage);
        await RatioTable.WriteAsync(
            rounds,
            rounds,
            Way.Of("a bare runspace with shared type and format tables", Row, () => Repeat(() => PlainRunspace.Open(state).Dispose())),
            Way.Of("the same on a thread of its own", Row, () => Repeat(() => OnThread(() => PlainRunspace.Open(state).Dispose()))),
            Way.Of("one more session, its script loaded", Row, () => OpenAsync(loaded)),
            Way.Of("one more instance, loaded and checked", Row, () => LoadAsync(loaded)),
            new Way("the first call of an instance", () => FirstCallAsync(loaded)));
    }

    private static void Repeat(Action open)
    {
        for (var count = 0; count < Row; count++)
        {
            open();
        }
    }

    private static void OnThread(ThreadStart work)
    {
        var thread = new Thread(work);
        thread.Start();
        thread.Join();
    }

    private static async Task OpenAsync(LoadedIntegration loaded)
    {
        for (var count = 0; count < Row; count++)
        {
            var (session, load, _) = await loaded.Opener.OpenAsync(isFirst: false, CancellationToken.None).ConfigureAwait(false);
            if (session is null)
            {
                throw new InvalidOperationException(string.Join('\n', load.Problems));
            }

            session.Dispose();
        }
    }

    private static async Task LoadAsync(LoadedIntegration loaded)
    {
        for (var count = 0; count < Row; count++)
        {
            await using var instance = await loaded.LoadMoreAsync($"More{count}", Script).ConfigureAwait(false);
        }
    }

    private static async Task<double> FirstCallAsync(LoadedIntegration loaded)
    {
        await using var instance = await loaded.LoadMoreAsync("More", Script).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        await ((ISupportsTenantInstallToken)(object)instance).GetTenantInstallToken("c1", CancellationToken.None).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
