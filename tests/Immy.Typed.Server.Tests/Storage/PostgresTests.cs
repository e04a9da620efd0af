using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Agents;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Storage;

/// <summary>The server on a real PostgreSQL.</summary>
public sealed class PostgresTests(PostgresServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_agents_runs_and_computers_are_kept_as_in_SQLite()
    {
        await using var fleet = await Fleet.StartAsync(["--Server:Database", await postgres.NewDatabaseAsync(), .. Pwsh.Arguments]);
        var first = await fleet.SyncAsync(Agent("a1", "c1", "SN-100"), Agent("a2", "c1", null), Agent("a3", "c2", null), Agent("a4", "c2", null), Agent("a5", "c2", null), Agent("a6", "c2", null));
        Assert.Equal(["Added: A1 (a1), A2 (a2), A3 (a3), A4 (a4), A5 (a5), A6 (a6)"], await fleet.EventsAsync(first, "Difference"));
        var computer = await fleet.ComputerAsync("PC", fleet.Contoso, "sn-100");
        await fleet.RunAsync($"computers/{computer}/inventory");
        Assert.Equal("PC", (await fleet.AgentsAsync("name=a1"))[0].GetProperty("computerName").GetString());

        var second = await fleet.SyncAsync(Agent("a1", "c2", "SN-100"), Agent("a2", "c1", null), Agent("a3", "c2", null), Agent("a4", "c2", null), Agent("a5", "c2", null));
        Assert.Equal(["Moved: A1 (a1) from client c1 to c2", "Removed: A6 (a6)"], (await fleet.EventsAsync(second, "Difference")).Order(StringComparer.Ordinal));

        var page = await fleet.Server.GetAsync("agents?limit=2");
        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        Assert.Equal("A3", (await fleet.Server.GetAsync($"agents?limit=2&after={page.GetProperty("next").GetString()}")).GetProperty("items")[0].GetProperty("name").GetString());
        Assert.Equal(2, (await fleet.Server.ItemsAsync("runs?kind=AgentSync")).Count);
        Assert.NotEmpty(await fleet.Server.ItemsAsync("audit"));
    }

    [Fact]
    public async Task A_stale_save_and_a_name_that_is_taken_are_refused()
    {
        await using var server = await TestServer.StartAsync(null, "--Server:Database", await postgres.NewDatabaseAsync());
        using var created = await server.Client.PostAsJsonAsync("integration-types", new { name = "Acme", script = Scripts.WithKey }, Token);
        var type = (await created.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString();

        Assert.Equal(409, (await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey })).Status);
        var saves = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => SaveAsync(server, type!, created.Headers.ETag!.ToString(), number)));
        Assert.Equal([200, 412, 412, 412], saves.Order());
    }

    [Fact]
    public async Task While_the_database_is_away_requests_are_refused_with_the_reason_and_go_on_when_it_is_back()
    {
        // Its own: tests that run meanwhile keep theirs.
        await using var own = new PostgresServer();
        await using var server = await TestServer.StartAsync(null, "--Server:Database", await own.NewDatabaseAsync());
        await server.PostAsync("tenants", new { name = "Contoso" });

        await using (await own.StopAsync())
        {
            using var refused = await server.Client.GetAsync("tenants", Token);
            Assert.Equal(503, (int)refused.StatusCode);
            Assert.Equal(
                "The database does not answer. Nothing was saved; send the request again in a moment. Whoever runs the server finds the reason in its log.",
                (await refused.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString());
        }

        var tenants = await Waiting.ForAsync(
            async () =>
            {
                using var answer = await server.Client.GetAsync("tenants", Token);
                return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(Token) : null;
            },
            static answer => answer is not null);
        Assert.Contains("Contoso", tenants, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_databases_have_migrations_for_all_that_is_kept()
    {
        await using var sqlite = await TestServer.StartAsync();
        await using var other = await TestServer.StartAsync(null, "--Server:Database", await postgres.NewDatabaseAsync());
        foreach (var server in new[] { sqlite, other })
        {
            await using var scope = server.Services.CreateAsyncScope();
            Assert.False(scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Database.HasPendingModelChanges());
        }
    }

    private static async Task<int> SaveAsync(TestServer server, string type, string etag, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"integration-types/{type}") { Content = JsonContent.Create(new { name = $"Acme {number}", script = Scripts.WithKey }) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        using var response = await server.Client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }

    private static object Agent(string id, string client, string? serial) => new { id, client, serial };
}
