using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Maintenance;

/// <summary>The server's process is killed during a maintenance session and started again on the same data.</summary>
public sealed class MaintenanceKillTests
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Url) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient site-1 'Site One' }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents { param($clientIds) New-IntegrationAgent -AgentId agent-1 -Name PC-1 -ClientId site-1 -IsOnline $true -OSName Windows -Manufacturer Acme -SerialNumber '' -AgentVersion 1.0 -SupportsRunningScripts $false }
        $Integration | Add-DynamicIntegrationCapability ISupportsMaintenanceMode -EnableMaintenanceMode { param($agent, $duration) Invoke-RestMethod "$($providerTypeFormData.Url)/begin/$($agent.ExternalAgentId)" | Out-Null
        } -DisableMaintenanceMode { param($agent) Invoke-RestMethod "$($providerTypeFormData.Url)/end/$($agent.ExternalAgentId)" | Out-Null }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_agents_do_not_stay_in_maintenance_mode_and_the_session_is_interrupted_and_can_be_run_again()
    {
        await using var remote = await RemoteSystem.StartAsync();
        var folder = Directory.CreateTempSubdirectory("immy-kill").FullName;
        string session, key;
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            key = server.Key;
            session = await BeginAsync(server, remote);
            await Waiting.ForAsync(() => Task.FromResult(remote.Asked), static asked => asked.Contains("/work"));
            Assert.Equal(["/begin/agent-1", "/work"], remote.Asked);
            await server.KillAsync();
        }

        await using (var server = await ServerProcess.StartAsync(folder, key))
        {
            await Waiting.ForAsync(() => Task.FromResult(remote.Asked), static asked => asked.Contains("/end/agent-1"));
            var interrupted = await Waiting.ForAsync(() => server.GetAsync($"maintenance-sessions/{session}"), static session => Text(session, "state") != "Running");
            Assert.Equal(
                ("Interrupted", "The server ended while it went on. Run it again: what is done already is done once more."), (Text(interrupted, "state"), Text(interrupted, "message")));
            Assert.Equal("Interrupted", Text(Assert.Single(interrupted.GetProperty("actions").EnumerateArray()), "state"));

            var again = await server.PostAsync($"maintenance-sessions/{session}/run-again", new { });
            await Waiting.ForAsync(() => Task.FromResult(remote.Asked), static asked => asked.Count(static path => path == "/work") == 2);
            await server.PostAsync($"maintenance-sessions/{Text(again, "sessionId")}/cancel", new { });
            await Waiting.ForAsync(() => Task.FromResult(remote.Asked), static asked => asked.Count(static path => path == "/end/agent-1") == 2);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> BeginAsync(ServerProcess server, RemoteSystem remote)
    {
        var type = Text(await server.PostAsync("integration-types", new { name = "Acme", script = Script }), "id");
        var link = Text(await server.PostAsync("provider-links", new { integrationTypeId = type, name = "Acme", values = new { remote.Url } }), "id");
        var tenant = Text(await server.PostAsync("tenants", new { name = "Contoso" }), "id");
        await server.PostAsync($"provider-links/{link}/clients/sync", new { });
        var client = Text(Assert.Single(await server.ItemsAsync($"provider-links/{link}/clients")), "id");
        await PutAsync(server, $"provider-links/{link}/clients/{client}/tenant", new { tenantId = tenant });
        await server.PostAsync($"provider-links/{link}/agents/sync", new { });
        var agent = Text((await Waiting.ForAsync(() => server.ItemsAsync($"provider-links/{link}/agents"), static agents => agents.Count == 1))[0], "id");
        var computer = Text(await server.PostAsync("computers", new { name = "PC-1", tenantId = tenant }), "id");
        await PutAsync(server, $"agents/{agent}/computer", new { computerId = computer });
        var software = Text(await server.PostAsync("software", new { name = "Agent", integrationTypeId = type, installScript = $"Invoke-RestMethod {remote.Url}/work | Out-Null\nStart-Sleep -Seconds 600" }), "id");
        await server.PostAsync("deployments", new { softwareId = software, tenantId = tenant });
        return Text(await server.PostAsync($"computers/{computer}/maintenance-sessions", new { }), "sessionId");
    }

    private static async Task PutAsync(ServerProcess server, string path, object body)
    {
        using var response = await server.Client.PutAsJsonAsync(path, body, Token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private static string Text(JsonElement thing, string name) => thing.TryGetProperty(name, out var value) ? value.GetString()! : throw new InvalidOperationException(thing.ToString());
}
