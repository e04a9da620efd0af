using System.Text.Json.Nodes;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Integrations.Tests;

/// <summary>Talks to a demo API of its own over real HTTP.</summary>
internal sealed class DemoApiClient : IAsyncDisposable
{
    private readonly HttpClient _http;

    private DemoApiClient(SentinelOneDemoApi api)
    {
        Api = api;
        _http = new HttpClient { BaseAddress = new Uri(api.BaseAddress, "web/api/v2.1/") };
    }

    public SentinelOneDemoApi Api { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<DemoApiClient> StartAsync(SentinelOneDemoFaults? faults = null) =>
        StartAsync(new SentinelOneDemoOptions { Faults = faults ?? new() });

    public static async Task<DemoApiClient> StartAsync(SentinelOneDemoOptions options) =>
        new(await SentinelOneDemoApi.StartAsync(options, Cancellation));

    public Task<HttpResponseMessage> SendAsync(string path) => SendAsync(path, $"ApiToken {Api.ApiToken}");

    public async Task<HttpResponseMessage> SendAsync(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        return await _http.SendAsync(request, Cancellation);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        response.EnsureSuccessStatusCode();
        return await ReadAsync(response);
    }

    public async Task<List<JsonNode>> GetAllAgentsAsync(string query)
    {
        var agents = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"agents?{query}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            agents.AddRange(page["data"]!.AsArray()!);
            cursor = (string?)page["pagination"]!["nextCursor"];
        }
        while (cursor is not null);

        return agents;
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Api.DisposeAsync();
    }
}
