using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;

namespace Immy.Typed.Benchmarks.Webhooks;

/// <summary>Compares a webhook's requests a second with those of a bare minimal-API endpoint in the same process: same client, in turns of a second.</summary>
internal static class WebhookRatios
{
    public const string Option = "--webhooks";

    // With one core the runtime ignores it; then this process is as good.
    private const string ServerCollector = "DOTNET_gcServer";

    private const int Senders = 16;
    private const int WarmUp = 20;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    public static async Task WriteAsync(int seconds)
    {
        if (!GCSettings.IsServerGC && Environment.GetEnvironmentVariable(ServerCollector) is null)
        {
            await AgainAsServerAsync(seconds);
            return;
        }

        await using var bare = await BareEndpoint.StartAsync();
        await using var webhook = await WebhookHost.StartAsync();
        using var client = new HttpClient();
        for (var round = 0; round < WarmUp; round++)
        {
            await TurnAsync(client, bare.Address);
            await TurnAsync(client, webhook.Address);
        }

        var turns = new List<(Turn Bare, Turn Webhook)>();
        for (var round = 0; round < Math.Max(1, seconds / 2); round++)
        {
            turns.Add((await TurnAsync(client, bare.Address), await TurnAsync(client, webhook.Address)));
        }

        Console.WriteLine("| way | requests a second, median | processor time of a request with its sender, median | ratio of the requests to the first, median (quartiles) |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        Write("bare minimal-API endpoint", turns.Select(static turn => turn.Bare), [1]);
        Write("webhook", turns.Select(static turn => turn.Webhook), [.. turns.Select(static turn => turn.Webhook.RequestsPerSecond / turn.Bare.RequestsPerSecond).Order()]);
    }

    // The server collects garbage as a server; the other benchmarks in this process do not.
    private static async Task AgainAsServerAsync(int seconds)
    {
        using var again = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Option, seconds.ToString(CultureInfo.InvariantCulture)]) { Environment = { [ServerCollector] = "1" } })!;
        await again.WaitForExitAsync();
        Environment.ExitCode = again.ExitCode;
    }

    private static void Write(string way, IEnumerable<Turn> turns, double[] ratios) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {way} | {Median(turns.Select(static turn => turn.RequestsPerSecond)):N0} | {Median(turns.Select(static turn => turn.Microseconds)):N0} us | {Median(ratios):N2} ({ratios[ratios.Length / 4]:N2} to {ratios[ratios.Length * 3 / 4]:N2}) |"));

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }

    private static async Task<Turn> TurnAsync(HttpClient client, Uri address)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var counts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(client, address, watch))));
        var count = counts.Sum();
        return new Turn(count / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count);
    }

    private static async Task<int> SendAsync(HttpClient client, Uri address, Stopwatch watch)
    {
        var count = 0;
        for (; watch.Elapsed < Length; count++)
        {
            using var content = new StringContent("""{ "agent": "PC-1" }""", Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(address, content);
            response.EnsureSuccessStatusCode();
            var text = await response.Content.ReadAsStringAsync();
            if (text != "ok PC-1")
            {
                throw new InvalidOperationException($"{address} answered '{text}' instead of 'ok PC-1'.");
            }
        }

        return count;
    }

    private readonly record struct Turn(double RequestsPerSecond, double Microseconds);
}
