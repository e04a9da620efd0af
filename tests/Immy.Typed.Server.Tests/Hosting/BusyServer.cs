using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>A server as a process with work of every kind that goes on: each waits for a remote system that answers when the test lets it.</summary>
internal sealed class BusyServer : IAsyncDisposable
{
    private static readonly string[] Asked = ["/call", "/webhook", "/agents", "/install", "/free/health"];

    private BusyServer(ServerProcess server, Held held, string folder) => (Process, Held, Folder) = (server, held, folder);

    public ServerProcess Process { get; private set; }

    public Held Held { get; }

    public string Folder { get; }

    public string Link { get; private set; } = "";

    /// <summary>A call of a capability.</summary>
    public Task<HttpResponseMessage> Call { get; private set; } = null!;

    /// <summary>A request from outside.</summary>
    public Task<HttpResponseMessage> Webhook { get; private set; } = null!;

    /// <summary>The run of a sync of agents that was answered with 202.</summary>
    public string Sync { get; private set; } = "";

    /// <summary>A maintenance session.</summary>
    public string Session { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BusyServer> StartAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("immy-stop").FullName;
        var held = await Held.StartAsync();
        var busy = new BusyServer(await ServerProcess.StartAsync(folder, null, ["--Server:HealthCheckPeriod", "00:00:00.2", .. arguments]), held, folder);
        await busy.BeginAsync();
        return busy;
    }

    /// <summary>Starts another process on the same data.</summary>
    public async Task StartAgainAsync()
    {
        var key = Process.Key;
        await Process.DisposeAsync();
        Process = await ServerProcess.StartAsync(Folder, key);
    }

    /// <summary>Waits until nobody can connect any more.</summary>
    public async Task RefusesConnectionsAsync()
    {
        await Waiting.ForAsync(
            async () =>
            {
                try
                {
                    using var client = new HttpClient();
                    using var live = await client.GetAsync(new Uri(Process.Client.BaseAddress!, "/health/live"), Token);
                    return false;
                }
                catch (HttpRequestException)
                {
                    return true;
                }
            },
            static refused => refused);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Held.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task BeginAsync()
    {
        Link = Text(await Process.PostAsync("provider-links", new { integrationTypeId = Text(await Process.PostAsync("integration-types", new { name = "Acme", script = Script() }), "id"), name = "Acme", values = new { } }), "id");
        Call = Process.Client.PostAsJsonAsync($"provider-links/{Link}/capabilities/ISupportsTenantInstallToken/GetTenantInstallToken", new { clientId = "1" }, Token);
        Webhook = Process.Client.PostAsJsonAsync(new Uri(Process.Client.BaseAddress!, $"/plugins/api/v1/{Link}/changed"), new { }, Token);
        Sync = Text(await Process.PostAsync($"provider-links/{Link}/agents/sync", new { }), "runId");
        var computer = Text(await Process.PostAsync("computers", new { name = "PC-1" }), "id");
        var software = Text(await Process.PostAsync("software", new { name = "Agent", installScript = $"Invoke-RestMethod {Held.Url}/install | Out-Null" }), "id");
        await Process.PostAsync("deployments", new { softwareId = software, computerId = computer });
        Session = Text(await Process.PostAsync($"computers/{computer}/maintenance-sessions", new { }), "sessionId");
        await Waiting.ForAsync(() => Task.FromResult(Held.Paths), static paths => Asked.All(paths.Contains));
    }

    private string Script() => $$"""
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { Invoke-RestMethod {{Held.Url}}/free/health | Out-Null; New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
            Invoke-RestMethod {{Held.Url}}/agents | Out-Null
            New-IntegrationAgent -AgentId agent-1 -Name PC-1 -IsOnline $true -OSName Windows -Manufacturer Acme -SerialNumber '' -AgentVersion 1.0 -SupportsRunningScripts $false
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId) Invoke-RestMethod {{Held.Url}}/call | Out-Null; 'a-token' }
        $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest { Invoke-RestMethod {{Held.Url}}/webhook | Out-Null; [ObjectResult]::new('thanks') }
        return $Integration
        """;

    private static string Text(JsonElement thing, string name) => thing.TryGetProperty(name, out var value) ? value.GetString()! : throw new InvalidOperationException(thing.ToString());
}
