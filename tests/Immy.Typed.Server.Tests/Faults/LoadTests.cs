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

    // Twice what they need at work, which is over 128 MiB; links that leak would reach it.
    private const long Heap = 384L << 20;

    private static readonly string[] Manners = ["good", "good", "good", "good", "good", "good", "sleeps", "throws", "floods", "spins"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Two minutes where all landings are checked; a taste of it elsewhere.
    private static TimeSpan Length => TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? 120 : 15);

    [Fact]
    public async Task Three_hundred_links_with_mixed_load_all_answer_and_memory_stays_bounded()
    {
        var folder = Directory.CreateTempSubdirectory("immy-load").FullName;
        await using var server = await ServerProcess.StartWithHeapAsync(folder, Heap);
        var (patient, hasty) = (await TypeAsync(server, "Patient", 60), await TypeAsync(server, "Hasty", 1));
        var links = new string[Links];
        await Parallel.ForAsync(0, Links, Token, async (number, _) =>
        {
            var manner = Manners[number % Manners.Length];
            var link = await server.PostAsync(
                "provider-links", new { integrationTypeId = manner == "spins" ? hasty : patient, name = $"Link {number}", values = new { Number = number, Manner = manner } });
            Assert.True(link.TryGetProperty("health", out var health), link.ToString());
            Assert.Equal("Healthy", health.GetString());
            links[number] = link.GetProperty("id").GetString()!;
        });

        var answers = new ConcurrentDictionary<string, int>();
        var end = TimeProvider.System.GetTimestamp() + (long)(Length.TotalSeconds * TimeProvider.System.TimestampFrequency);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(server, links, caller, end, answers), Token)));
        }
        catch (HttpRequestException)
        {
            Assert.Fail($"The server ended, with {Heap >> 20} MiB for all links: {await server.LastWordsAsync()}");
        }

        Assert.Equal(["floods 200", "good 200", "sleeps 200", "spins 200", "throws 200"], answers.Keys.Order());
        Assert.All(answers.Values, static count => Assert.True(count > 1));
        foreach (var number in Enumerable.Range(0, Links).Where(static number => Manners[number % Manners.Length] == "good").Take(20))
        {
            Assert.Equal("Healthy", (await server.GetAsync($"provider-links/{links[number]}")).GetProperty("health").GetString());
        }

        await server.KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    // What a link does stands in its form. Only the spinning ones are to be stopped: the others have time, also on a busy machine.
    private static string Script(int seconds) => $$"""
        $Integration = New-DynamicIntegration -Init { param([int]$Number, [string]$Manner) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            [ScriptTimeout(TimeoutSeconds = {{seconds}})]
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

    private static async Task<string?> TypeAsync(ServerProcess server, string name, int seconds)
    {
        var type = await server.PostAsync("integration-types", new { name, script = Script(seconds) });
        return type.GetProperty("id").GetString();
    }

    private static async Task CallAsync(ServerProcess server, string[] links, int caller, long end, ConcurrentDictionary<string, int> answers)
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
