using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Clients;

/// <summary>A remote system whose clients have groups, and a provider link that lists both.</summary>
internal sealed class GroupWorld : IAsyncDisposable
{
    // A group 'broken' makes the answer partial, one 'down' makes it fail.
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Path) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            foreach ($id in (Invoke-RestMethod "$($providerTypeFormData.Path)/clients")) { if ($id -eq 'down') { throw 'the API is down' } else { New-IntegrationClient $id "Client $id" } }
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsClientGrouping -GetClientGroups {
            foreach ($group in (Invoke-RestMethod "$($providerTypeFormData.Path)/groups")) {
                if ($group.id -eq 'broken') { Write-Error 'page 2 failed' }
                elseif ($group.id -eq 'down') { throw 'no agreements today' }
                else { [ProviderClientGroup]@{ ExternalGroupId = $group.id; GroupName = $group.name; ExternalClientIds = $group.clients } }
            }
        }
        return $Integration
        """;

    private readonly WebApplication _remote;
    private string[] _clients = [];
    private object[] _groups = [];

    private GroupWorld(TestServer server, WebApplication remote) => (Server, _remote) = (server, remote);

    public TestServer Server { get; }

    /// <summary>The path of the provider link.</summary>
    public string Path { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<GroupWorld> StartAsync(params string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var remote = builder.Build();
        var world = new GroupWorld(await TestServer.StartAsync(null, arguments), remote);
        remote.Run(context => context.Response.WriteAsJsonAsync(context.Request.Path == "/clients" ? (object)world._clients : world._groups));
        await remote.StartAsync();
        var (_, type) = await world.Server.PostAsync("integration-types", new { name = "Acme", script = Script });
        var (_, link) = await world.Server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Path = remote.Urls.First() } });
        world.Path = $"provider-links/{link.GetProperty("id").GetString()}";
        return world;
    }

    /// <summary>Syncs with what the remote system now lists; gives the answer's part about groups and the run.</summary>
    public async Task<(JsonElement Groups, JsonElement Run)> SyncAsync(string[] clients, params object[] groups)
    {
        (_clients, _groups) = (clients, groups);
        return await SyncAgainAsync("clients/sync");
    }

    public async Task<(JsonElement Groups, JsonElement Run)> SyncAgainAsync(string path)
    {
        var (status, result) = await Server.PostAsync($"{Path}/{path}", new { });
        Assert.True(status == 200, result.GetRawText());
        var run = await Waiting.ForAsync(async () => (await Server.ItemsAsync("runs?kind=ClientSync"))[0], static run => run.GetProperty("state").GetString() != "Running");
        return (result.GetProperty("groups"), run);
    }

    /// <summary>The groups by name, each with how many clients it has.</summary>
    public async Task<IReadOnlyList<string>> GroupsAsync()
        => [.. (await Server.ItemsAsync($"{Path}/client-groups")).Select(static group => $"{group.GetProperty("name").GetString()} {group.GetProperty("clients").GetInt32()}")];

    public async Task<string> GroupAsync(string name)
        => (await Server.ItemsAsync($"{Path}/client-groups")).Single(group => group.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    /// <summary>The clients by name, each with its tenant.</summary>
    public async Task<IReadOnlyList<string>> ClientsAsync(string filter = "")
        => [.. (await Server.ItemsAsync($"{Path}/clients?{filter}")).Select(static client => $"{client.GetProperty("name").GetString()} {client.GetProperty("tenantName").GetString()}".Trim())];

    public async Task<string> TenantAsync(string name) => (await Server.PostAsync("tenants", new { name })).Answer.GetProperty("id").GetString()!;

    /// <summary>Maps a group; gives status and answer.</summary>
    public async Task<Answer> MapAsync(string group, string? tenant)
    {
        using var response = await Server.Client.PutAsJsonAsync($"{Path}/client-groups/{group}/tenant", new { tenantId = tenant }, Token);
        return await Answer.OfAsync(response);
    }

    public async Task<IReadOnlyList<string>> EventsAsync(JsonElement run, string kind)
    {
        var lines = (await Server.Client.GetStringAsync($"runs/{run.GetProperty("id").GetString()}/events", Token)).Split('\n');
        return [.. lines.Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => JsonSerializer.Deserialize<JsonElement>(line["data: ".Length..]))
            .Where(happened => happened.TryGetProperty("text", out _) && happened.GetProperty("kind").GetString() == kind).Select(static happened => happened.GetProperty("text").GetString()!)];
    }

    /// <summary>Excludes a capability for the link.</summary>
    public async Task ExcludeAsync(string capability)
    {
        var (status, saved) = await Server.EditAsync(HttpMethod.Put, Path, new { name = "Acme", values = new { Path = _remote.Urls.First() }, isEnabled = true, excludedCapabilities = new[] { capability } });
        Assert.True(status == 200, saved.GetRawText());
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _remote.DisposeAsync();
    }
}
