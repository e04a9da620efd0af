using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>A vendor's JSON API on a free port of 127.0.0.1: it wants its key, and gives the answers that a test lays out.</summary>
internal sealed class VendorApi : IAsyncDisposable
{
    public const string Key = "acme-key-4f2a91c7";

    private readonly ConcurrentDictionary<string, (int Status, string Json)> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<VendorRequest> _requests = new();
    private readonly WebApplication _server;
    private HeldRequest? _held;

    private VendorApi()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        _server = builder.Build();
        _server.Run(AnswerAsync);
        On("GET /ping", "{}");
    }

    /// <summary>Ends with a slash.</summary>
    public Uri Address => new(_server.Urls.Single().TrimEnd('/') + "/");

    /// <summary>True for a site that wants no key.</summary>
    public bool IsOpen { get; set; }

    public IReadOnlyList<VendorRequest> Requests => [.. _requests];

    public static async Task<VendorApi> StartAsync()
    {
        var api = new VendorApi();
        await api._server.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    /// <summary>Lays out an answer: <c>On("GET /clients?page=1", "[]")</c>.</summary>
    public VendorApi On(string request, string json, int status = 200)
    {
        _answers[request] = (status, json);
        return this;
    }

    /// <summary>Leaves the next request without an answer.</summary>
    public HeldRequest HoldNext() => _held = new HeldRequest();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new VendorRequest($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", await reader.ReadToEndAsync(context.RequestAborted));
        _requests.Enqueue(request);
        if (Interlocked.Exchange(ref _held, null) is { } held)
        {
            await held.WaitAsync(context.RequestAborted);
            return;
        }

        var (status, json) = IsAllowed(context.Request, request.Body)
            ? _answers.GetValueOrDefault(request.Line, (404, """{ "message": "No such resource." }"""))
            : (401, """{ "message": "Unknown key." }""");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json, context.RequestAborted);
    }

    // The key comes in a header of one kind or the other, or is exchanged for a token at the login.
    private bool IsAllowed(HttpRequest request, string body)
        => IsOpen || request.Headers["x-api-key"] == Key || request.Headers.Authorization == $"Bearer {Key}" || body.Contains(Key, StringComparison.Ordinal);
}
