using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests;

/// <summary>A sync of clients says in its run what became of each.</summary>
public sealed class ClientDifferenceTests
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            $IntegrationContext.Turn = 1 + $IntegrationContext.Turn
            switch ($IntegrationContext.Turn) {
                1 { 'c1', 'c2', 'c3', 'c4', 'c5', 'c1' | ForEach-Object { New-IntegrationClient $_ "Client $_" } }
                2 { New-IntegrationClient c1 Contoso; 'c2', 'c3', 'c4' | ForEach-Object { New-IntegrationClient $_ "Client $_" } }
                3 { New-IntegrationClient c1 Contoso; New-IntegrationClient c5 'Client c5' }
            }
        }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Added_renamed_removed_returned_waiting_and_refused_clients_stand_in_the_run()
    {
        await using var server = await TestServer.StartAsync();
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Script });
        var (_, made) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { } });
        var link = made.GetProperty("id").GetString()!;

        var (first, message) = await SyncAsync(server, link);
        Assert.Equal(
            ["Added: Client c1 (c1), Client c2 (c2), Client c3 (c3), Client c4 (c4), Client c5 (c5)", "Refused: Client c1 (the id c1 was listed before in the same answer)"], first);
        Assert.Equal("1 of 6 clients were refused; the run's differences say which and why.", message);
        var (second, none) = await SyncAsync(server, link);
        Assert.Equal(["Removed: Client c5 (c5)", "Renamed: Client c1 (c1) -> Contoso"], second);
        Assert.Null(none);
        var (third, _) = await SyncAsync(server, link);
        Assert.Equal(["Returned: Client c5 (c5)", "Waits for confirmation of its removal: Client c2 (c2), Client c3 (c3), Client c4 (c4)"], third);
    }

    private static async Task<(string[] Differences, string? Message)> SyncAsync(TestServer server, string link)
    {
        var (status, result) = await server.PostAsync($"provider-links/{link}/clients/sync", new { });
        Assert.True(status == 200, result.GetRawText());
        var run = (await server.ItemsAsync($"runs?providerLinkId={link}&kind=ClientSync"))[0];
        var lines = (await server.Client.GetStringAsync($"runs/{run.GetProperty("id").GetString()}/events", Token)).Split('\n');
        var events = lines.Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]));
        return (
            [.. events.Where(static happened => happened.TryGetProperty("kind", out var kind) && kind.GetString() == "Difference").Select(static happened => happened.GetProperty("text").GetString()!).Order(StringComparer.Ordinal)],
            result.GetProperty("message").GetString());
    }
}
