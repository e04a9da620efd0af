using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A server with one provider link, and the remote system that it talks to.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly string[] Numbers = ["added", "renamed", "returned", "removed", "waiting"];

    private readonly WebApplication _remote;
    private string[] _answer = [];

    private World(TestServer server, WebApplication remote) => (Server, _remote) = (server, remote);

    public TestServer Server { get; }

    /// <summary>The path of the provider link.</summary>
    public string Path { get; private set; } = "";

    public static async Task<World> StartAsync(string script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var remote = builder.Build();
        var world = new World(await TestServer.StartAsync(), remote);
        remote.Run(context => context.Response.WriteAsJsonAsync(world._answer));
        await remote.StartAsync();
        var (_, type) = await world.Server.PostAsync("integration-types", new { name = "Acme", script });
        var (_, link) = await world.Server.PostAsync(
            "provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new Dictionary<string, string> { ["Path"] = remote.Urls.First() } });
        world.Path = $"provider-links/{link.GetProperty("id").GetString()}";
        return world;
    }

    /// <summary>Syncs with what the remote system now answers; gives the numbers and the message.</summary>
    public Task<string> SyncAsync(params string[] answer)
    {
        _answer = answer;
        return PostAsync("clients/sync");
    }

    public Task<string> ConfirmAsync() => PostAsync("clients/sync?confirmRemovals=true");

    public Task<IReadOnlyList<JsonElement>> ClientsAsync() => Server.ItemsAsync($"{Path}/clients");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _remote.DisposeAsync();
    }

    private async Task<string> PostAsync(string path)
    {
        var (_, result) = await Server.PostAsync($"{Path}/{path}", new { });
        var numbers = Numbers.Select(name => result.GetProperty(name).GetInt32());
        return $"{string.Join(' ', numbers)} {result.GetProperty("message").GetString()}";
    }
}
