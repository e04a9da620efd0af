using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Webhooks.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Benchmarks.Webhooks;

/// <summary>The whole server with one webhook, which may be asked as often as it can answer.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    private const int NoLimit = 1_000_000;

    private const string Script = """
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest {
            param($httpContext, $body, $route)
            [ObjectResult]::new("ok $($body.agent)")
        }
        return $Integration
        """;

    /// <summary>Logs errors only, so that the console is no part of what is measured.</summary>
    public static readonly string[] QuietLogging = ["--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error"];

    private readonly WebApplication _server;
    private readonly string _folder;

    private WebhookHost(WebApplication server, string folder) => (_server, _folder) = (server, folder);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static async Task<WebhookHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("immy-webhooks").FullName;
        var server = ServerApplication.Build(["--urls", "http://127.0.0.1:0", "--Server:DataFolder", folder, .. QuietLogging]);
        await ServerStart.PrepareAsync(server);
        await server.StartAsync();
        var host = new WebhookHost(server, folder);
        await host.LinkAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task LinkAsync()
    {
        await using var scope = _server.Services.CreateAsyncScope();
        using var client = new HttpClient { BaseAddress = new Uri(_server.Urls.First() + "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("benchmark", Role.Administrator, lifetime: null, CancellationToken.None));
        var type = await IdAsync(client, "integration-types", new { name = "Benchmark", script = Script });
        var link = await IdAsync(client, "provider-links", new { integrationTypeId = type, name = "Benchmark", values = new { } });
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        database.Add(new WebhookSettings { ProviderLinkId = link, RequestsPerSecond = NoLimit, Burst = NoLimit });
        await database.SaveChangesAsync();
        Address = new Uri($"{_server.Urls.First()}/plugins/api/v1/{link}/hook");
    }

    private static async Task<Guid> IdAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
