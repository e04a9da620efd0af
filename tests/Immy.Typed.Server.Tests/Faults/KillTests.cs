using System.Net.Http.Json;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Immy.Typed.Server.Tests.Faults;

/// <summary>The server's process is killed in the middle of its work and started again on the same data.</summary>
public sealed class KillTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_that_was_killed_changed_nothing_and_is_marked_as_interrupted_and_the_link_goes_on()
    {
        await using var held = await Held.StartAsync();
        var folder = Directory.CreateTempSubdirectory("immy-kill").FullName;
        string link, key;
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            (link, key) = (await LinkAsync(server, held.Url), server.Key);
            var sync = server.PostAsync($"{link}/clients/sync", new { });
            await held.Asked;
            await Waiting.ForAsync(() => server.ItemsAsync("runs?kind=ClientSync&state=Running"), static runs => runs.Count == 1);
            await server.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => sync);
        }

        held.Release();
        await using (var server = await ServerProcess.StartAsync(folder, key))
        {
            var run = (await Waiting.ForAsync(() => server.ItemsAsync("runs?kind=ClientSync&state=Interrupted"), static runs => runs.Count == 1))[0];
            Assert.Equal("The server ended while it went on. What it had not saved was not done; a job does it again at its next time.", run.GetProperty("message").GetString());
            Assert.Empty(await server.ItemsAsync($"{link}/clients"));

            Assert.Equal(2, (await server.PostAsync($"{link}/clients/sync", new { })).GetProperty("added").GetInt32());
            Assert.Equal("Healthy", (await server.PostAsync($"{link}/health-check", new { })).GetProperty("health").GetString());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Saves_that_were_killed_are_whole_or_not_there()
    {
        var folder = Directory.CreateTempSubdirectory("immy-kill").FullName;
        string? key = null;
        var confirmed = new HashSet<string>();
        for (var round = 0; round < 3; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder, key);
            key = server.Key;
            await AssertWholeAsync(server, confirmed);
            var saving = Enumerable.Range(0, 4).Select(saver => SaveAsync(server, $"Type {round} {saver}", confirmed)).ToList();
            await Waiting.ForAsync(() => Task.FromResult(Count(confirmed)), count => count >= (round + 1) * 6);
            await server.KillAsync();
            await Task.WhenAll(saving);
        }

        await using (var server = await ServerProcess.StartAsync(folder, key))
        {
            await AssertWholeAsync(server, confirmed);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_server_in_the_same_folder_is_refused_and_a_lock_left_by_a_killed_one_is_not_in_the_way()
    {
        var folder = Directory.CreateTempSubdirectory("immy-kill").FullName;
        await using (var first = await ServerProcess.StartAsync(folder))
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(folder, first.Key));
            Assert.Contains($"Another server works in the folder {folder}. Stop it, or give this one a folder of its own: --Server:DataFolder FOLDER.", refused.Message, StringComparison.Ordinal);
            await first.KillAsync();
        }

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(folder, "immy.db")};Pooling=False"))
        {
            await database.OpenAsync(Token);
            await using var command = database.CreateCommand();
            command.CommandText = """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""";
            await command.ExecuteNonQueryAsync(Token);
        }

        await using (await ServerProcess.StartAsync(folder, "immy_any"))
        {
            // It started: that is all.
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int Count(HashSet<string> confirmed)
    {
        lock (confirmed)
        {
            return confirmed.Count;
        }
    }

    // Until the server is gone.
    private static async Task SaveAsync(ServerProcess server, string name, HashSet<string> confirmed)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                using var response = await server.Client.PostAsJsonAsync("integration-types", new { name = $"{name} {number}", script = Script("http://127.0.0.1:1") }, Token);
                response.EnsureSuccessStatusCode();
                lock (confirmed)
                {
                    confirmed.Add($"{name} {number}");
                }
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static async Task AssertWholeAsync(ServerProcess server, HashSet<string> confirmed)
    {
        var types = (await server.ItemsAsync("integration-types?limit=500")).ToDictionary(static type => type.GetProperty("name").GetString()!);
        Assert.Empty(confirmed.Except(types.Keys));
        foreach (var type in types.Values)
        {
            Assert.Equal(Script("http://127.0.0.1:1"), (await server.GetAsync($"integration-types/{type.GetProperty("id").GetString()}")).GetProperty("script").GetString());
        }
    }

    private static async Task<string> LinkAsync(ServerProcess server, string url)
    {
        var type = await server.PostAsync("integration-types", new { name = "Acme", script = Script(url) });
        var link = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { } });
        return $"provider-links/{link.GetProperty("id").GetString()}";
    }

    // The second client comes only when the remote system lets it.
    private static string Script(string url) => $$"""
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            New-IntegrationClient 1 Contoso
            Invoke-RestMethod {{url}} | Out-Null
            New-IntegrationClient 2 Fabrikam
        }
        return $Integration
        """;
}
