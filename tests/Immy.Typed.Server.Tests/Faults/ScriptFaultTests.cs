using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Faults;

/// <summary>Scripts that spin, flood or leak: the other links go on.</summary>
public sealed class ScriptFaultTests
{
    [Theory]
    [InlineData("while ($true) { }", 2, "IMMY212")]
    [InlineData("while ($true) { Write-Warning ('x' * 1000) }", 2, "IMMY212")]
    [InlineData("while ($true) { New-IntegrationClient 1 Contoso }", 2, "IMMY212")]
    [InlineData("$all = [System.Collections.Generic.List[object]]::new(); while ($all.Count -lt 200000) { $all.Add('x' * 100) }; Start-Sleep -Milliseconds 500; throw 'enough'", 60, "IMMY201")]
    public async Task The_other_links_go_on_and_the_run_tells_what_the_bad_one_did(string body, int seconds, string problem)
    {
        await using var server = await TestServer.StartAsync();
        var bad = await LinkAsync(server, "Bad", body, seconds);
        var good = await LinkAsync(server, "Good", "New-IntegrationClient 2 Fabrikam", 60);

        var failing = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => server.PostAsync($"{bad}/clients/sync", new { })));
        await Waiting.ForAsync(() => server.ItemsAsync("runs?kind=Block&state=Running"), static runs => runs.Count > 0);
        var answers = 0;
        do
        {
            var (status, synced) = await server.PostAsync($"{good}/clients/sync", new { });
            Assert.Equal((200, JsonValueKind.Null), (status, synced.GetProperty("message").ValueKind));
            answers++;
        }
        while (!failing.IsCompleted);

        Assert.True(answers > 1);
        Assert.All(await failing, result => Assert.Contains(problem, result.Answer.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.Equal("Healthy", (await server.PostAsync($"{bad}/health-check", new { })).Answer.GetProperty("health").GetString());
    }

    private static async Task<string> LinkAsync(TestServer server, string name, string body, int seconds)
    {
        var script = $$"""
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
                [ScriptTimeout(TimeoutSeconds = {{seconds}})]
                param()
                {{body}}
            }
            return $Integration
            """;
        var (_, type) = await server.PostAsync("integration-types", new { name, script });
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name, values = new { } });
        return $"provider-links/{link.GetProperty("id").GetString()}";
    }
}
