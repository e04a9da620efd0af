using Immy.Typed.Server.Health;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Server.Tests.Health;

/// <summary>Whoever runs the server is told whether it lives, and whether it may get requests.</summary>
public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_is_ready_when_database_and_cluster_are()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.ClientWith(null);

        var ready = await GetAsync(client, "/health/ready");
        Assert.Equal((200, "Healthy"), (ready.Status, ready["status"]));
        Assert.Equal(
            ["database Healthy The database answers.", "cluster Healthy Active; machines in the cluster: 1.", "server Healthy The server takes requests."],
            ready.Body.GetProperty("checks").EnumerateArray().Select(static check => $"{check.GetProperty("name")} {check.GetProperty("status")} {check.GetProperty("description")}"));
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Token);
        Assert.Equal((200, "Healthy"), ((int)live.StatusCode, await live.Content.ReadAsStringAsync(Token)));
    }

    [Fact]
    public async Task A_database_in_an_older_form_makes_the_server_unready_but_not_dead()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.ClientWith(null);
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsHistory" """, Token);
        }

        var ready = await GetAsync(client, "/health/ready");
        Assert.Equal((503, "Unhealthy"), (ready.Status, ready["status"]));
        Assert.EndsWith("_Initial. Start the server again, which brings it into its newest form.", ready.Body.GetProperty("checks")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Token);
        Assert.Equal(200, (int)live.StatusCode);
    }

    [Fact]
    public async Task A_database_that_is_away_is_told()
    {
        await using var database = new ImmyDbContext(new DbContextOptionsBuilder<ImmyDbContext>().UseSqlite("Data Source=/nowhere/immy.db").Options);

        var result = await new DatabaseCheck(database).CheckHealthAsync(new HealthCheckContext(), Token);

        Assert.Equal((HealthStatus.Unhealthy, "The database does not answer."), (result.Status, result.Description));
    }

    private static async Task<Answer> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
        return await Answer.OfAsync(response);
    }
}
