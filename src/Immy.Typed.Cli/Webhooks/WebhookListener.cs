using System.Net;
using Immy.Typed.Conversion;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Immy.Typed.Cli.Webhooks;

/// <summary>
/// Receives web requests on a free port of 127.0.0.1 and has an integration answer them, at the address that a server
/// gives it: <c>plugins/api/v1/{providerLinkId}/{**route}</c>.
/// </summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private const string Pattern = "plugins/api/v1/{providerLinkId:int}/{**route}";
    private readonly WebApplication _server;
    private readonly int _providerLinkId;

    private WebhookListener(int providerLinkId, ISupportsHttpRequest integration)
    {
        _providerLinkId = providerLinkId;
        _server = BuildServer();
        _server.UseRouting();
        _server.Map(Pattern, (int providerLinkId, string? route, HttpContext context) => providerLinkId == _providerLinkId
            ? AnswerAsync(integration, context, route ?? "")
            : NotFoundAsync(context));
    }

    /// <summary>The integration's own address; ends with a slash.</summary>
    public Uri Address => new($"{_server.Urls.Single().TrimEnd('/')}/plugins/api/v1/{_providerLinkId}/");

    public static async Task<WebhookListener> StartAsync(int providerLinkId, ISupportsHttpRequest integration, CancellationToken cancellationToken)
    {
        var listener = new WebhookListener(providerLinkId, integration);
        await listener._server.StartAsync(cancellationToken).ConfigureAwait(false);
        return listener;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The interface's answer is an action result like a controller's: the web framework knows how to send it.
    private static async Task AnswerAsync(ISupportsHttpRequest integration, HttpContext context, string route)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var answer = await integration.HandleHttpRequest(context, body, route, context.RequestAborted).ConfigureAwait(false);
        await answer.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor())).ConfigureAwait(false);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static WebApplication BuildServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server => server.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddRoutingCore();
        builder.Services.AddMvcCore().AddJsonOptions(static options => options.JsonSerializerOptions.Converters.Add(new PSObjectConverter()));
        return builder.Build();
    }
}
