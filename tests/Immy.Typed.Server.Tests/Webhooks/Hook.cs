using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>A provider link that takes requests, and a vendor that sends them.</summary>
internal sealed class Hook
{
    private static readonly HttpClient Vendor = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private readonly TestServer _server;

    private Hook(TestServer server, string id)
    {
        (_server, Id) = (server, id);
        Address = new Uri(server.Client.BaseAddress!, $"/plugins/api/v1/{id}/");
    }

    public string Id { get; }

    /// <summary>Where the vendor sends.</summary>
    public Uri Address { get; }

    private string Settings => $"provider-links/{Id}/webhook";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a link whose HandleHttpRequest is this block.</summary>
    public static Task<Hook> CreateAsync(TestServer server, string block) => CreateOfScriptAsync(server, $$"""
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest {
            {{block}}
        }
        return $Integration
        """);

    public static async Task<Hook> CreateOfScriptAsync(TestServer server, string script)
    {
        var name = Guid.NewGuid().ToString();
        var (status, type) = await server.PostAsync("integration-types", new { name, script });
        Assert.True(status == 201, type.ToString());
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name, values = new { } });
        return new Hook(server, link.GetProperty("id").GetString()!);
    }

    /// <summary>The same address with another id.</summary>
    public Hook WithId(string id) => new(_server, id);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, route)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Vendor.SendAsync(request, Token);
    }

    /// <summary>Posts JSON text.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Post, "hook", new StringContent(body, Encoding.UTF8, "application/json"), headers);

    /// <summary>Posts JSON text, and returns the status and what was answered.</summary>
    public async Task<string> AnswerAsync(string body, params (string Name, string Value)[] headers) => await TextAsync(await PostAsync(body, headers));

    public static async Task<string> TextAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Token)}".TrimEnd();
        }
    }

    public Task<JsonElement> SettingsAsync() => _server.GetAsync(Settings);

    /// <summary>Saves settings, as somebody who has just read them.</summary>
    public async Task<JsonElement> SaveAsync(object settings, int expected = 200)
    {
        using var read = await _server.Client.GetAsync(Settings, Token);
        using var request = new HttpRequestMessage(HttpMethod.Put, Settings) { Content = JsonContent.Create(settings) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(read.Headers.ETag!.Tag));
        using var response = await _server.Client.SendAsync(request, Token);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.True(expected == (int)response.StatusCode, answer.ToString());
        return answer;
    }

    public async Task<JsonElement> AddKeyAsync(string name, string? text = null)
    {
        var (status, key) = await _server.PostAsync($"{Settings}/keys", new { name, text });
        Assert.True(status == 201, key.ToString());
        return key;
    }

    public async Task RevokeAsync(string key)
    {
        using var response = await _server.Client.DeleteAsync($"{Settings}/keys/{key}", Token);
        Assert.Equal(204, (int)response.StatusCode);
    }

    /// <summary>The runs of its requests, newest first, once there are so many that have ended.</summary>
    public Task<IReadOnlyList<JsonElement>> RunsAsync(int count) => Waiting.ForAsync(
        () => _server.ItemsAsync($"runs?providerLinkId={Id}&kind=Webhook"), runs => runs.Count >= count && runs.All(static run => run.GetProperty("state").GetString() != "Running"));

    /// <summary>State and message of the newest run.</summary>
    public async Task<string> NewestRunAsync(int count)
    {
        var run = (await RunsAsync(count))[0];
        return $"{run.GetProperty("state")} {run.GetProperty("message")}";
    }
}
