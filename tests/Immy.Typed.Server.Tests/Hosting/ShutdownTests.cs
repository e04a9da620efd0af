using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>A server that is asked to end leaves no run open.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task What_takes_too_long_is_cut_and_marked()
    {
        var folder = Directory.CreateTempSubdirectory("immy-server").FullName;
        await using var held = await Held.StartAsync();
        await using (var server = await TestServer.StartAsync(folder, "--Server:ShutdownTimeout", "00:00:01"))
        {
            var link = await LinkAsync(server, held.Url);
            var sync = server.PostAsync($"provider-links/{link}/clients/sync", new { });
            await held.Asked;

            await await StopAsync(server);

            await Assert.ThrowsAnyAsync<Exception>(() => sync);
        }

        Assert.NotEqual("Ok", await StateOfSyncAsync(folder));
    }

    private static async Task<string> LinkAsync(TestServer server, string url)
    {
        var script = $$"""
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { $null = Invoke-RestMethod {{url}}; New-IntegrationClient 1 Contoso }
            return $Integration
            """;
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script });
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { } });
        return link.GetProperty("id").GetString()!;
    }

    // Gives what completes when it has stopped, once it has begun to.
    private static async Task<Task> StopAsync(TestServer server)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(begun.SetResult);
        var stopping = server.StopAsync();
        await begun.Task;
        return stopping;
    }

    private static async Task<string?> StateOfSyncAsync(string folder)
    {
        string? state;
        await using (var again = await TestServer.StartAsync(folder))
        {
            var run = await Waiting.ForAsync(async () => (await again.ItemsAsync("runs?kind=ClientSync")).Single(), static run => run.GetProperty("state").GetString() != "Running");
            state = run.GetProperty("state").GetString();
            Assert.NotEqual(JsonValueKind.Null, run.GetProperty("endedAt").ValueKind);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return state;
    }
}
