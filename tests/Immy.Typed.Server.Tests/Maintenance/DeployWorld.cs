using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Maintenance;

/// <summary>A server with an integration type 'Acme', whose remote system keeps what it is asked, and what a deployment needs.</summary>
public sealed class DeployWorld : IAsyncLifetime
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Url, [string]$Fails) if ($Fails) { throw $Fails } [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient site-1 'Site One'; New-IntegrationClient site-2 'Site Two' }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId)
            if ($clientId -eq 'site-2') { throw 'the site has expired' }
            "install-secret-of-$clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantUninstallToken -GetTenantUninstallToken { param($clientId) "uninstall-secret-of-$clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentUninstallToken -GetAgentUninstallToken { param($agentId) "secret-of-$agentId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsDynamicVersions -GetDynamicVersions { param($externalClientId) New-DynamicVersion -Version 2.1 -Url "https://acme.example/$externalClientId/agent-2.1.msi" }
        $Integration | Add-DynamicIntegrationCapability ISupportsMaintenanceMode -EnableMaintenanceMode { param($agent, $duration)
            Invoke-RestMethod "$($providerTypeFormData.Url)/begin/$($agent.ExternalAgentId)/$($duration.TotalHours)" | Out-Null
        } -DisableMaintenanceMode { param($agent)
            Invoke-RestMethod "$($providerTypeFormData.Url)/end/$($agent.ExternalAgentId)" | Out-Null
        }
        return $Integration
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("immy-deploy").FullName;

    internal TestServer Server { get; private set; } = null!;

    internal RemoteSystem Remote { get; private set; } = null!;

    /// <summary>The integration type 'Acme'.</summary>
    public string Type { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Remote = await RemoteSystem.StartAsync();
        Server = await TestServer.StartAsync(_folder, Pwsh.Arguments);
        Type = await TypeAsync("Acme", Script);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Remote.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<string> TypeAsync(string name, string script) => Id(await CreatedAsync("integration-types", new { name, script }));

    public async Task<string> LinkAsync(string name, string? type = null, string? fails = null)
        => Id(await CreatedAsync("provider-links", new { integrationTypeId = type ?? Type, name, values = type is null ? new Dictionary<string, string?> { ["Url"] = Remote.Url, ["Fails"] = fails } : [] }));

    public async Task<string> TenantAsync(string name) => Id(await CreatedAsync("tenants", new { name }));

    /// <summary>Maps clients of a link to a tenant.</summary>
    public async Task MapAsync(string link, string tenant, params string[] clients)
    {
        await Server.PostAsync($"provider-links/{link}/clients/sync", new { });
        foreach (var client in (await Server.ItemsAsync($"provider-links/{link}/clients")).Where(client => clients.Contains(client.GetProperty("externalClientId").GetString())))
        {
            using var mapped = await Server.Client.PutAsJsonAsync($"provider-links/{link}/clients/{Id(client)}/tenant", new { tenantId = tenant }, Token);
            Assert.Equal(204, (int)mapped.StatusCode);
        }
    }

    public async Task<Guid> ComputerAsync(string name, string? tenant = null) => Guid.Parse(Id(await CreatedAsync("computers", new { name, tenantId = tenant })));

    public Task AgentAsync(string link, string externalId, Guid computer)
        => ChangeAsync(database => database.Add(new RemoteAgent { ProviderLinkId = Guid.Parse(link), ExternalAgentId = externalId, Name = externalId, ComputerId = computer }));

    /// <summary>Switches a link off or on.</summary>
    public async Task SwitchAsync(string link, bool isEnabled)
    {
        var id = Guid.Parse(link);
        await using (var scope = Server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.Where(candidate => candidate.Id == id)
                .ExecuteUpdateAsync(update => update.SetProperty(static candidate => candidate.IsEnabled, isEnabled), Token);
        }

        await Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IProviderLinkGrain>(id).ReloadAsync();
    }

    internal async Task ChangeAsync(Action<ImmyDbContext> change)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        change(database);
        await database.SaveChangesAsync(Token);
    }

    public async Task<string> SoftwareAsync(string name, string? install = null, string? uninstall = null, bool isLinked = true, string? type = null)
        => Id(await CreatedAsync("software", new { name, integrationTypeId = isLinked ? type ?? Type : null, installScript = install, uninstallScript = uninstall }));

    public Task<JsonElement> DeployAsync(string software, Guid computer, string? link = null, string desiredState = "Installed")
        => CreatedAsync("deployments", new { softwareId = software, computerId = computer, providerLinkId = link, desiredState });

    public Task<JsonElement> DeployToTenantAsync(string software, string tenant, string? link = null)
        => CreatedAsync("deployments", new { softwareId = software, tenantId = tenant, providerLinkId = link });

    /// <summary>Begins a maintenance session; gives its id.</summary>
    public async Task<string> BeginAsync(Guid computer)
    {
        var (status, accepted) = await Server.PostAsync($"computers/{computer}/maintenance-sessions", new { });
        Assert.True(status == 202, accepted.ToString());
        return accepted.GetProperty("sessionId").GetString()!;
    }

    /// <summary>Waits until a session has ended.</summary>
    public Task<JsonElement> EndedAsync(string session)
        => Waiting.ForAsync(() => Server.GetAsync($"maintenance-sessions/{session}"), static session => session.GetProperty("state").GetString() is not ("Pending" or "Running"));

    /// <summary>Maintains a computer to the end.</summary>
    public async Task<JsonElement> MaintainAsync(Guid computer) => await EndedAsync(await BeginAsync(computer));

    /// <summary>Runs one install script on a computer through a deployment; gives its action.</summary>
    public async Task<JsonElement> InstallAsync(Guid computer, string script, string? link = null, bool isLinked = true, string? type = null)
    {
        await DeployAsync(await SoftwareAsync($"Agent {Guid.NewGuid()}", script, isLinked: isLinked, type: type), computer, link);
        return Assert.Single((await MaintainAsync(computer)).GetProperty("actions").EnumerateArray());
    }

    /// <summary>What a run's events say, those of one kind.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string? run, string kind)
    {
        var text = await Server.Client.GetStringAsync($"runs/{run}/events", Token);
        return [.. text.Split('\n').Where(static line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(static line => JsonSerializer.Deserialize<JsonElement>(line[6..]))
            .Where(happened => happened.TryGetProperty("text", out _) && happened.GetProperty("kind").GetString() == kind)
            .Select(static happened => happened.GetProperty("text").GetString()!)];
    }

    public static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private async Task<JsonElement> CreatedAsync(string path, object body)
    {
        var (status, answer) = await Server.PostAsync(path, body);
        Assert.True(status == 201, answer.ToString());
        return answer;
    }
}
