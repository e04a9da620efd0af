using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Agents;

/// <summary>A remote system with agents, and a provider link whose clients <c>c1</c> and <c>c2</c> are mapped to the tenants Contoso and Fabrikam; <c>c3</c> is not.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Path) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { 'c1', 'c2', 'c3' | ForEach-Object { New-IntegrationClient $_ "Client $_" } }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
            param([string[]]$ClientIds)
            Write-Verbose "asked for $($ClientIds -join ', ')" -Verbose
            foreach ($agent in (Invoke-RestMethod $providerTypeFormData.Path)) {
                if ($agent.id -eq 'broken') { Write-Error 'page 2 failed'; continue }
                if ($agent.id -eq 'down') { throw 'the API is down' }
                New-IntegrationAgent -AgentId $agent.id -Name ($agent.name ?? $agent.id.ToUpper()) -ClientId $agent.client -SerialNumber $agent.serial -AgentVersion $agent.version -SupportsOnlineStatus $true -IsOnline ($agent.online -eq $true)
            }
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsDeletingOfflineAgent -DeleteAgent { param($agent) Invoke-RestMethod $providerTypeFormData.Path -Method Delete -Body $agent.ExternalAgentId | Out-Null }
        $Integration | Add-DynamicIntegrationCapability ISupportsExternalProviderAgentUrl -GetExternalProviderAgentUrl { param($device) "https://console.example/agents/$($device.ExternalAgentId)" }
        $Integration | Add-DynamicIntegrationCapability ISupportsInventoryIdentification -GetInventoryScript {
            Invoke-ImmyCommand { if (Test-Path ./agent.id) { (Get-Content ./agent.id -Raw).Trim() } }
        }
        return $Integration
        """;

    private readonly WebApplication _remote;
    private object[] _answer = [];

    private Fleet(TestServer server, WebApplication remote) => (Server, _remote) = (server, remote);

    public TestServer Server { get; }

    /// <summary>The provider link's id.</summary>
    public string Link { get; private set; } = "";

    public string Contoso { get; private set; } = "";

    public string Fabrikam { get; private set; } = "";

    /// <summary>The ids that the remote system was asked to delete.</summary>
    public List<string> Deleted { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Fleet> StartAsync(params string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var remote = builder.Build();
        var fleet = new Fleet(await TestServer.StartAsync(null, arguments), remote);
        remote.Run(fleet.AnswerAsync);
        await remote.StartAsync();
        await fleet.PrepareAsync();
        return fleet;
    }

    /// <summary>Syncs with what the remote system now answers; gives the run, ended.</summary>
    public Task<JsonElement> SyncAsync(params object[] answer)
    {
        _answer = answer;
        return RunAsync($"provider-links/{Link}/agents/sync");
    }

    /// <summary>Posts, and gives the run that was begun, ended.</summary>
    public async Task<JsonElement> RunAsync(string path)
    {
        var (status, accepted) = await Server.PostAsync(path, new { });
        Assert.True(status == 202, accepted.GetRawText());
        return await Waiting.ForAsync(() => Server.GetAsync($"runs/{accepted.GetProperty("runId").GetString()}"), static run => run.GetProperty("state").GetString() != "Running");
    }

    /// <summary>What a run wrote of a kind.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(JsonElement run, string kind)
    {
        var lines = (await Server.Client.GetStringAsync($"runs/{run.GetProperty("id").GetString()}/events", Token)).Split('\n');
        return [.. lines.Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]))
            .Where(happened => happened.TryGetProperty("text", out _) && happened.GetProperty("kind").GetString() == kind).Select(static happened => happened.GetProperty("text").GetString()!)];
    }

    public Task<IReadOnlyList<JsonElement>> AgentsAsync(string filter = "") => Server.ItemsAsync($"agents?{filter}");

    public async Task<string> ComputerAsync(string name, string? tenant, string? serial = null)
        => (await Server.PostAsync("computers", new { name, tenantId = tenant, serialNumber = serial })).Answer.GetProperty("id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _remote.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Method == "DELETE")
        {
            Deleted.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
            return;
        }

        await context.Response.WriteAsJsonAsync(_answer);
    }

    private async Task PrepareAsync()
    {
        var (_, type) = await Server.PostAsync("integration-types", new { name = "Acme", script = Script });
        var (_, link) = await Server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Path = _remote.Urls.First() } });
        Link = link.GetProperty("id").GetString()!;
        await Server.PostAsync($"provider-links/{Link}/clients/sync", new { });
        Contoso = (await Server.PostAsync("tenants", new { name = "Contoso" })).Answer.GetProperty("id").GetString()!;
        Fabrikam = (await Server.PostAsync("tenants", new { name = "Fabrikam" })).Answer.GetProperty("id").GetString()!;
        foreach (var client in await Server.ItemsAsync($"provider-links/{Link}/clients"))
        {
            var tenant = client.GetProperty("externalClientId").GetString() switch { "c1" => Contoso, "c2" => Fabrikam, _ => null };
            using var mapped = await Server.Client.PutAsJsonAsync($"provider-links/{Link}/clients/{client.GetProperty("id").GetString()}/tenant", new { tenantId = tenant }, Token);
            Assert.Equal(204, (int)mapped.StatusCode);
        }
    }
}
