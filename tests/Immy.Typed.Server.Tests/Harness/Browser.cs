using System.Net;
using System.Net.Http.Json;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>Talks to the server as a browser does: without a key, with the cookies that it was given.</summary>
internal sealed class Browser : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { CookieContainer = new CookieContainer() };
    private readonly HttpClient _client;

    public Browser(TestServer server) => _client = new HttpClient(_handler) { BaseAddress = server.Client.BaseAddress };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public CookieCollection Cookies => _handler.CookieContainer.GetAllCookies();

    public Task<Answer> SignInAsync(string userName, string password) => SendAsync(HttpMethod.Post, "session", new { userName, password });

    /// <summary>Sends a request, and gives status and answer; headers as <c>name: value</c>.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ", 2)[1]);
        }

        using var response = await _client.SendAsync(request, Token);
        return await Answer.OfAsync(response);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
