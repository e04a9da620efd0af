using System.Net.Http.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.ProviderLinks;

/// <summary>A new version of a script while the old one works.</summary>
public sealed class LinkReloadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_in_flight_ends_with_the_version_that_it_began_with_and_the_next_takes_the_new_one()
    {
        await using var held = await Held.StartAsync();
        await using var server = await TestServer.StartAsync();
        using var created = await server.Client.PostAsJsonAsync("integration-types", new { name = "Acme", script = Script("old", held.Url) }, Token);
        var type = await created.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token);
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { } });
        var path = $"provider-links/{link.GetProperty("id").GetString()}";
        var sync = server.PostAsync($"{path}/clients/sync", new { });
        await held.Asked;

        using var request = new HttpRequestMessage(HttpMethod.Put, $"integration-types/{type.GetProperty("id").GetString()}") { Content = JsonContent.Create(new { name = "Acme", script = Script("new", null) }) };
        request.Headers.IfMatch.Add(created.Headers.ETag!);
        using var saved = await server.Client.SendAsync(request, Token);
        Assert.Equal(200, (int)saved.StatusCode);

        // The new version answers while the old one still waits.
        await Waiting.ForAsync(() => server.PostAsync($"{path}/health-check", new { }), static answer => answer.Answer.GetProperty("message").GetString() == "new");
        Assert.False(sync.IsCompleted);

        held.Release();
        Assert.Equal((200, 1), ((await sync).Status, (await sync).Answer.GetProperty("added").GetInt32()));
        Assert.Equal("old", Assert.Single(await server.ItemsAsync($"{path}/clients")).GetProperty("name").GetString());
        await server.PostAsync($"{path}/clients/sync?confirmRemovals=true", new { });
        Assert.Equal(["new", "old"], (await server.ItemsAsync($"{path}/clients")).Select(static client => client.GetProperty("name").GetString()));
    }

    private static string Script(string version, string? waitsFor) => $$"""
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-UnhealthyResult {{version}} }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            {{(waitsFor is null ? "" : $"Invoke-RestMethod {waitsFor} | Out-Null")}}
            New-IntegrationClient {{version}} {{version}}
        }
        return $Integration
        """;
}
