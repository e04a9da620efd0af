using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>The whole server on a free loopback port, with a data folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly bool _ownsFolder;

    private TestServer(WebApplication server, string folder, bool ownsFolder, string key)
    {
        (_server, Folder, _ownsFolder) = (server, folder, ownsFolder);
        Client = ClientWith(key);
    }

    /// <summary>Its data folder.</summary>
    public string Folder { get; }

    /// <summary>Talks to it as an administrator.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _server.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<TestServer> StartAsync(string? folder = null, params string[] arguments) => StartWithAsync(static _ => { }, folder, arguments);

    /// <summary>Starts it with services in place of the usual ones.</summary>
    public static async Task<TestServer> StartWithAsync(Action<IServiceCollection> configure, string? folder = null, params string[] arguments)
    {
        var own = folder ?? Directory.CreateTempSubdirectory("immy-server").FullName;
        string[] quiet = ["--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error", "--Logging:Console:LogLevel:Default", "None"];
        var log = new TestOutputLogger(TestContext.Current.TestOutputHelper);
        var server = ServerApplication.Build(["--urls", "http://127.0.0.1:0", "--Server:DataFolder", own, "--Server:ShutdownTimeout", "00:00:05", .. quiet, .. arguments], services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            configure(services);
        });
        await ServerStart.PrepareAsync(server);
        await server.StartAsync(Token);
        await using var scope = server.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("test", Role.Administrator, lifetime: null, Token);
        return new TestServer(server, own, folder is null, key);
    }

    /// <summary>A client with a key of a role.</summary>
    public async Task<HttpClient> ClientOfAsync(Role role, TimeSpan? lifetime = null)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        return ClientWith(await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync($"{role}", role, lifetime, Token));
    }

    public HttpClient ClientWith(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(_server.Urls.First() + "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Posts JSON, and returns status and answer.</summary>
    public async Task<(int Status, JsonElement Answer)> PostAsync(string path, object body)
    {
        using var response = await Client.PostAsJsonAsync(path, body, Token);
        return ((int)response.StatusCode, response.StatusCode == HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<JsonElement>(Token));
    }

    /// <summary>The items of a list's first page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) => [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>Reads a thing, sends an edit that is based on it, and returns status and answer; the answer is empty where there is none.</summary>
    public async Task<(int Status, JsonElement Answer)> EditAsync(HttpMethod method, string path, object? body = null, string? from = null)
    {
        using var read = await Client.GetAsync(from ?? path, Token);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var response = await Client.SendAsync(request, Token);
        return ((int)response.StatusCode, response.StatusCode == System.Net.HttpStatusCode.NoContent ? default : await response.Content.ReadFromJsonAsync<JsonElement>(Token));
    }

    public Task<JsonElement> GetAsync(string path) => Client.GetFromJsonAsync<JsonElement>(path, Token);

    /// <summary>Stops it as its process does when it is asked to end.</summary>
    public Task StopAsync() => _server.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        if (_ownsFolder)
        {
            // SQLite keeps closed connections for the next use, and with them the file.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
