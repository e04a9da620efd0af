using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Cluster;

/// <summary>Two servers as processes of their own with one PostgreSQL: one is killed, and its links go on in the other.</summary>
public sealed class ClusterTests(PostgresServer postgres)
{
    private const int Links = 6;
    private const int MostLinks = 30;

    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([Password()][string]$Key) if ($Key -ne 'a-shared-secret') { throw 'wrong key' } [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient 1 Contoso }
        return $Integration
        """;

    [Fact]
    public async Task Links_of_a_machine_that_was_killed_go_on_in_the_other()
    {
        var database = await postgres.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("immy-cluster").FullName;
        await using var first = await StartAsync(folder, "first", database, null);
        await using var second = await StartAsync(folder, "second", database, first.Key);
        var type = (await first.PostAsync("integration-types", new { name = "Acme", script = Script })).GetProperty("id").GetString();
        var links = new List<string>();
        var owners = new List<string?>();

        // Chance puts each on a machine; either machine answers for all.
        while (owners.Count < Links || owners.Distinct().Count() < 2)
        {
            Assert.True(links.Count < MostLinks, $"{links.Count} links all live on one machine.");
            var link = await first.PostAsync("provider-links", new { integrationTypeId = type, name = $"Link {links.Count}", values = new { Key = "a-shared-secret" } });
            Assert.Equal("Healthy", link.GetProperty("health").GetString());
            links.Add(link.GetProperty("id").GetString()!);
            owners.Add(await OwnerAsync(second, links[^1]));
        }

        await first.KillAsync();
        await Waiting.ForAsync(async () => (await TryOwnersAsync(second, links)).Distinct().ToList(), static owners => owners is [not null]);
        foreach (var link in links)
        {
            Assert.Equal("Healthy", (await second.PostAsync($"provider-links/{link}/health-check", new { })).GetProperty("health").GetString());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_is_stopped_wherever_it_goes_on()
    {
        var database = await postgres.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("immy-cluster").FullName;
        await using var held = await Held.StartAsync();
        await using var first = await StartAsync(folder, "first", database, null);
        await using var second = await StartAsync(folder, "second", database, first.Key);
        var script = $$"""
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents { Invoke-RestMethod {{held.Url}} | Out-Null }
            return $Integration
            """;
        var type = (await first.PostAsync("integration-types", new { name = "Acme", script })).GetProperty("id").GetString();
        var runs = new List<string>();
        var owners = new HashSet<string?>();

        // Chance puts each link on a machine.
        while (owners.Count < 2)
        {
            Assert.True(runs.Count < MostLinks, $"{runs.Count} links all live on one machine.");
            var link = (await first.PostAsync("provider-links", new { integrationTypeId = type, name = $"Link {runs.Count}", values = new { } })).GetProperty("id").GetString();
            runs.Add((await first.PostAsync($"provider-links/{link}/agents/sync", new { })).GetProperty("runId").GetString()!);

            // A machine sees the other's run once that is saved.
            using var seen = await Waiting.ForAsync(() => second.Client.GetAsync($"runs/{runs[^1]}", TestContext.Current.CancellationToken), static answer => answer.IsSuccessStatusCode);
            owners.Add((await second.GetAsync($"runs/{runs[^1]}")).GetProperty("owner").GetString());
        }

        foreach (var run in runs)
        {
            using var cancelled = await second.Client.PostAsync($"runs/{run}/cancel", null, TestContext.Current.CancellationToken);
            Assert.Equal(202, (int)cancelled.StatusCode);
            var ended = await Waiting.ForAsync(() => second.GetAsync($"runs/{run}"), static run => run.GetProperty("state").GetString() != "Running");
            Assert.Equal("Cancelled", ended.GetProperty("state").GetString());
        }

        Assert.Equal(runs.Count, (await second.ItemsAsync("audit?action=Stopped&subject=run")).Count);
    }

    [Fact]
    public async Task Two_that_start_at_once_on_an_empty_database_share_it_and_one_first_key()
    {
        const string None = "immy_none";
        var database = await postgres.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("immy-cluster").FullName;
        var (starting, other) = (StartAsync(folder, "first", database, None), StartAsync(folder, "second", database, None));
        await using var first = await starting;
        await using var second = await other;

        var key = Assert.Single([first.Key, second.Key], static key => key != None);
        foreach (var server in new[] { first, second })
        {
            server.Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        await first.PostAsync("tenants", new { name = "Contoso" });
        Assert.Equal("Contoso", Assert.Single(await second.ItemsAsync("tenants")).GetProperty("name").GetString());
        var type = (await second.PostAsync("integration-types", new { name = "Acme", script = Script })).GetProperty("id").GetString();
        var link = await first.PostAsync("provider-links", new { integrationTypeId = type, name = "Acme", values = new { Key = "a-shared-secret" } });
        Assert.Equal("Healthy", (await second.PostAsync($"provider-links/{link.GetProperty("id").GetString()}/health-check", new { })).GetProperty("health").GetString());
    }

    private static Task<ServerProcess> StartAsync(string folder, string name, string database, string? key)
        => ServerProcess.StartAsync(
            Directory.CreateDirectory(Path.Combine(folder, name)).FullName, key, "--Server:Database", database, "--Server:Cluster:IsOn", "true", "--Server:KeyFolder", Path.Combine(folder, "keys"));

    private static async Task<IReadOnlyList<string?>> OwnersAsync(ServerProcess server, IEnumerable<string> links)
    {
        var owners = new List<string?>();
        foreach (var link in links)
        {
            owners.Add(await OwnerAsync(server, link));
        }

        return owners;
    }

    private static async Task<IReadOnlyList<string?>> TryOwnersAsync(ServerProcess server, IEnumerable<string> links)
    {
        try
        {
            return await OwnersAsync(server, links);
        }
        catch (HttpRequestException)
        {
            return [null];
        }
    }

    // A sync answers, and its run says where it ran.
    private static async Task<string?> OwnerAsync(ServerProcess server, string link)
    {
        using var synced = await server.Client.PostAsync($"provider-links/{link}/clients/sync", null, TestContext.Current.CancellationToken);
        synced.EnsureSuccessStatusCode();
        return (await Waiting.ForAsync(() => server.ItemsAsync($"runs?providerLinkId={link}&kind=ClientSync&limit=1"), static runs => runs.Count > 0))[0].GetProperty("owner").GetString();
    }
}
