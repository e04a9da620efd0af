using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Faults;

/// <summary>300 provider links at once, some of them bad: everybody gets an answer, the good ones the right one, and memory stays bounded.</summary>
public sealed class LoadTests
{
    private const int Links = 300;
    private const int Callers = 24;

    // What a link does stands in its form.
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([int]$Number, [string]$Manner) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            [ScriptTimeout(TimeoutSeconds = 1)]
            param()
            switch ($providerTypeFormData.Manner) {
                spins { while ($true) { } }
                floods { foreach ($n in 1..20000) { Write-Warning "warning $n" } }
                throws { throw 'the API is down' }
                sleeps { Start-Sleep -Milliseconds 200 }
            }
            foreach ($n in 1..5) { New-IntegrationClient "$($providerTypeFormData.Number)-$n" "Client $n of $($providerTypeFormData.Number)" }
        }
        return $Integration
        """;

    private static readonly string[] Manners = ["good", "good", "good", "good", "good", "good", "sleeps", "throws", "floods", "spins"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Two minutes where all landings are checked; a taste of it elsewhere.
    private static TimeSpan Length => TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? 120 : 15);

    [Fact]
    public async Task Three_hundred_links_with_mixed_load_all_answer_and_memory_stays_bounded()
    {
        await using var server = await TestServer.StartAsync();
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Script });
        var links = new string[Links];
        await Parallel.ForAsync(0, Links, Token, async (number, _) =>
        {
            var (status, link) = await server.PostAsync(
                "provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = $"Link {number}", values = new { Number = number, Manner = Manners[number % Manners.Length] } });
            Assert.Equal((201, "Healthy"), (status, link.GetProperty("health").GetString()));
            links[number] = link.GetProperty("id").GetString()!;
        });

        var answers = new ConcurrentDictionary<string, int>();
        var end = TimeProvider.System.GetTimestamp() + (long)(Length.TotalSeconds * TimeProvider.System.TimestampFrequency);
        var heaps = new List<long>();
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(server, links, caller, end, answers), Token)).ToList();
        while (callers.Exists(static caller => !caller.IsCompleted))
        {
            await Task.WhenAny(Task.Delay(Length / 10, Token), Task.WhenAll(callers));
            heaps.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        await Task.WhenAll(callers);
        Assert.Equal(["floods 200", "good 200", "sleeps 200", "spins 200", "throws 200"], answers.Keys.Order());
        Assert.All(answers.Values, static count => Assert.True(count > 1));

        // Twice the highest of the first half is far more than noise, and far less than what 300 links that leak would need.
        Assert.True(heaps[^1] < 2 * heaps.Take(Math.Max(1, heaps.Count / 2)).Max(), $"The live heap grew: {string.Join(", ", heaps.Select(static bytes => $"{bytes >> 20} MiB"))}.");
        foreach (var number in Enumerable.Range(0, Links).Where(static number => Manners[number % Manners.Length] == "good").Take(20))
        {
            Assert.Equal("Healthy", (await server.GetAsync($"provider-links/{links[number]}")).GetProperty("health").GetString());
        }
    }

    private static async Task CallAsync(TestServer server, string[] links, int caller, long end, ConcurrentDictionary<string, int> answers)
    {
        var random = new Random(caller);
        while (TimeProvider.System.GetTimestamp() < end)
        {
            var number = random.Next(Links);
            var manner = Manners[number % Manners.Length];
            using var response = await server.Client.PostAsJsonAsync($"provider-links/{links[number]}/clients/sync", new { }, Token);
            answers.AddOrUpdate($"{manner} {(int)response.StatusCode}", 1, static (_, count) => count + 1);
            Assert.Equal(200, (int)response.StatusCode);
            var message = (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("message").GetString();
            if (manner is "good" or "sleeps")
            {
                Assert.Null(message);
            }
            else if (manner is "spins" or "throws")
            {
                Assert.Contains(manner == "spins" ? "IMMY212" : "the API is down", message, StringComparison.Ordinal);
            }
        }
    }
}
