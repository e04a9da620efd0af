using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Immy.Typed.Benchmarks.Webhooks;

/// <summary>Compares a webhook's requests a second with those of a bare minimal-API endpoint in the same process: same client, in turns of a second.</summary>
internal static class WebhookRatios
{
    public const string Option = "--webhooks";

    private const int Senders = 16;
    private const int WarmUp = 3;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task WriteAsync(int seconds)
    {
        await using var bare = await BareEndpoint.StartAsync();
        await using var webhook = await WebhookHost.StartAsync();
        using var client = new HttpClient();
        for (var round = 0; round < WarmUp; round++)
        {
            await TurnAsync(client, bare.Address);
            await TurnAsync(client, webhook.Address);
        }

        var rounds = new List<(double Bare, double Webhook)>();
        for (var round = 0; round < Math.Max(1, seconds / 2); round++)
        {
            rounds.Add((await TurnAsync(client, bare.Address), await TurnAsync(client, webhook.Address)));
        }

        var ratios = rounds.Select(static round => round.Webhook / round.Bare).Order().ToArray();
        Console.WriteLine("| way | requests a second, median | ratio to the first, median (quartiles) |");
        Console.WriteLine("| --- | ---: | ---: |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| bare minimal-API endpoint | {Median(rounds.Select(static round => round.Bare)):N0} | 1 |"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| webhook | {Median(rounds.Select(static round => round.Webhook)):N0} | {Median(ratios):N2} ({ratios[ratios.Length / 4]:N2} to {ratios[ratios.Length * 3 / 4]:N2}) |"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }

    private static async Task<double> TurnAsync(HttpClient client, Uri address)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(client, address, watch))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> SendAsync(HttpClient client, Uri address, Stopwatch watch)
    {
        var count = 0;
        for (; watch.Elapsed < Turn; count++)
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
}
