using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Agents;

/// <summary>A remote system that knows the latest agent version of each client, and a provider link whose clients <c>c1</c> and <c>c2</c> are mapped.</summary>
internal sealed class VersionFleet : IAsyncDisposable
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Path) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { 'c1', 'c2', 'c3' | ForEach-Object { New-IntegrationClient $_ "Client $_" } }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
            foreach ($agent in (Invoke-RestMethod "$($providerTypeFormData.Path)/agents")) { New-IntegrationAgent -AgentId $agent.id -Name $agent.id.ToUpper() -ClientId $agent.client -AgentVersion $agent.version }
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsGetLatestAgentVersion -GetLatestAgentVersion {
            param([string]$externalClientId)
            $version = (Invoke-RestMethod "$($providerTypeFormData.Path)/latest/$externalClientId").version
            if ($version -eq 'down') { throw "no package of $externalClientId" }
            [Version]$version
        }
        return $Integration
        """;

    private readonly WebApplication _remote;
    private readonly ConcurrentQueue<string> _asked = [];
    private object[] _agents = [];

    private VersionFleet(TestServer server, WebApplication remote) => (Server, _remote) = (server, remote);

    public TestServer Server { get; }

    public string Link { get; private set; } = "";

    /// <summary>What the remote system tells of each client; it fails for one that is <c>down</c>.</summary>
    public ConcurrentDictionary<string, string> Latest { get; } = [];

    /// <summary>The clients that it was asked for, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<VersionFleet> StartAsync(params (string Client, string Version)[] latest) => StartWithAsync([], latest);

    public static async Task<VersionFleet> StartWithAsync(string[] arguments, params (string Client, string Version)[] latest)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var remote = builder.Build();
        var fleet = new VersionFleet(await TestServer.StartAsync(null, arguments), remote);
        latest.ToList().ForEach(client => fleet.Latest[client.Client] = client.Version);
        remote.Run(fleet.AnswerAsync);
        await remote.StartAsync();
        await fleet.PrepareAsync();
        return fleet;
    }

    public Task<JsonElement> SyncAsync(params object[] agents)
    {
        _agents = agents;
        return RunAsync($"provider-links/{Link}/agents/sync");
    }

    /// <summary>Posts, and gives the run that was begun, ended.</summary>
    public async Task<JsonElement> RunAsync(string path)
    {
        var (status, accepted) = await Server.PostAsync(path, new { });
        Assert.True(status == 202, accepted.GetRawText());
        return await Waiting.ForAsync(() => Server.GetAsync($"runs/{accepted.GetProperty("runId").GetString()}"), static run => run.GetProperty("state").GetString() != "Running");
    }

    /// <summary>The run about versions that a sync brought with it.</summary>
    public async Task<JsonElement> VersionsRunAsync(JsonElement sync)
        => Assert.Single(await Server.ItemsAsync($"runs?parentId={sync.GetProperty("id").GetString()}"), static run => run.GetProperty("kind").GetString() == "AgentVersions");

    public async Task<IReadOnlyList<string>> EventsAsync(JsonElement run, string kind)
    {
        var lines = (await Server.Client.GetStringAsync($"runs/{run.GetProperty("id").GetString()}/events", Token)).Split('\n');
        return [.. lines.Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]))
            .Where(happened => happened.TryGetProperty("text", out _) && happened.GetProperty("kind").GetString() == kind).Select(static happened => happened.GetProperty("text").GetString()!)];
    }

    public Task<IReadOnlyList<JsonElement>> AgentsAsync(string filter = "") => Server.ItemsAsync($"agents?{filter}");

    /// <summary>Excludes a capability for the link.</summary>
    public async Task ExcludeAsync(string capability)
    {
        var (status, saved) = await Server.EditAsync(
            HttpMethod.Put, $"provider-links/{Link}", new { name = "Acme", values = new { Path = _remote.Urls.First() }, isEnabled = true, excludedCapabilities = new[] { capability } });
        Assert.True(status == 200, saved.GetRawText());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _remote.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/agents")
        {
            return context.Response.WriteAsJsonAsync(_agents);
        }

        var client = context.Request.Path.Value!.Split('/')[^1];
        _asked.Enqueue(client);
        return context.Response.WriteAsJsonAsync(new { version = Latest[client] });
    }

    private async Task PrepareAsync()
    {
        var (_, type) = await Server.PostAsync("integration-types", new { name = "Acme", script = Script });
        var (_, link) = await Server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Path = _remote.Urls.First() } });
        Link = link.GetProperty("id").GetString()!;
        await Server.PostAsync($"provider-links/{Link}/clients/sync", new { });
        var tenant = (await Server.PostAsync("tenants", new { name = "Contoso" })).Answer.GetProperty("id").GetString();
        foreach (var client in await Server.ItemsAsync($"provider-links/{Link}/clients"))
        {
            using var mapped = await Server.Client.PutAsJsonAsync(
                $"provider-links/{Link}/clients/{client.GetProperty("id").GetString()}/tenant", new { tenantId = client.GetProperty("externalClientId").GetString() == "c3" ? null : tenant }, Token);
            Assert.Equal(204, (int)mapped.StatusCode);
        }
    }
}
