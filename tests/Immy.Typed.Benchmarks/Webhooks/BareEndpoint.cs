using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Benchmarks.Webhooks;

/// <summary>The least that reads JSON and answers with text, in a host that logs as the server does.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;

    private BareEndpoint(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single() + "/bare");

    public static async Task<BareEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(WebhookHost.QuietLogging);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapPost("/bare", static (JsonElement body) => TypedResults.Text($"ok {body.GetProperty("agent").GetString()}"));
        await server.StartAsync();
        return new BareEndpoint(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
