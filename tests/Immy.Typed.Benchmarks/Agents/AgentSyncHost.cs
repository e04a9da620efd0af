using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Benchmarks.Agents;

/// <summary>The whole server over an empty database, with a provider link whose script makes agents.</summary>
internal sealed class AgentSyncHost : IAsyncDisposable
{
    private const int Batch = 500;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly WebApplication _server;
    private readonly string _folder;
    private readonly HttpClient _client;

    private AgentSyncHost(WebApplication server, string folder, HttpClient client) => (_server, _folder, _client) = (server, folder, client);

    public static async Task<AgentSyncHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("immy-agents").FullName;
        var server = ServerApplication.Build([
            "--urls", "http://127.0.0.1:0", "--Server:DataFolder", folder, "--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error",
            "--ImmyTyped:MaximumTimeout", "01:00:00", "--Server:AgentSyncPeriod", "1.00:00:00", "--Server:IdentificationPeriod", "1.00:00:00",
        ]);
        await ServerStart.PrepareAsync(server);
        await server.StartAsync();
        await using var scope = server.Services.CreateAsyncScope();
        var client = new HttpClient { BaseAddress = new Uri(server.Urls.First() + "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("benchmark", Role.Administrator, lifetime: null, CancellationToken.None));
        return new AgentSyncHost(server, folder, client);
    }

    /// <summary>A link whose script lists so many agents; its own first sync by the job comes later, or waits for the one that is measured.</summary>
    public Task<Guid> LinkAsync(int agents)
        => LinkAsync($$"""
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
                [ScriptTimeout(TimeoutSeconds = 3000)]
                param([string[]]$ClientIds)
                for ($i = 0; $i -lt {{agents}}; $i++) { New-IntegrationAgent -AgentId "agent-$i" -Name "PC-$i" -ClientId c1 -SerialNumber "SN-$i" -OSName 'Windows 11' -IsOnline $true -SupportsOnlineStatus $true }
            }
            return $Integration
            """);

    /// <summary>A link without agents of its own: no job disturbs what is inserted for it.</summary>
    public Task<Guid> EmptyLinkAsync() => LinkAsync("return New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }");

    /// <summary>Syncs the link's agents, and says how long the whole took.</summary>
    public async Task<TimeSpan> SyncAsync(Guid link, int agents)
    {
        var watch = Stopwatch.StartNew();
        var run = (await PostAsync($"provider-links/{link}/agents/sync", new { })).GetProperty("runId").GetGuid();
        JsonElement ended;
        do
        {
            await Task.Delay(Look);
            ended = await _client.GetFromJsonAsync<JsonElement>($"runs/{run}");
        }
        while (ended.GetProperty("state").GetString() == "Running");

        var took = watch.Elapsed;
        return ended.GetProperty("state").GetString() == "Ok" && ended.GetProperty("count").GetInt32() == agents ? took : throw new InvalidOperationException($"The sync did not go well: {ended.GetRawText()}");
    }

    /// <summary>Inserts the same rows for another link with EF Core alone, in one transaction and the same batches.</summary>
    public async Task<TimeSpan> InsertAsync(Guid link, int agents)
    {
        var watch = Stopwatch.StartNew();
        await using var scope = _server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        foreach (var batch in Enumerable.Range(0, agents).Chunk(Batch))
        {
            database.Agents.AddRange(batch.Select(number => new RemoteAgent
            {
                ProviderLinkId = link,
                ExternalAgentId = $"agent-{number}",
                ExternalClientId = "c1",
                Name = $"PC-{number}",
                SerialNumber = $"SN-{number}",
                OSName = "Windows 11",
                IsOnline = true,
                SupportsOnlineStatus = true,
                FirstSeenAt = DateTimeOffset.UtcNow,
            }));
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
        }

        await transaction.CommitAsync();
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Guid> LinkAsync(string script)
    {
        var type = (await PostAsync("integration-types", new { name = $"Fleet {Guid.NewGuid()}", script })).GetProperty("id").GetGuid();
        return (await PostAsync("provider-links", new { integrationTypeId = type, name = $"Fleet {Guid.NewGuid()}", values = new { } })).GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await _client.PostAsJsonAsync(path, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(answer.GetRawText());
    }
}
