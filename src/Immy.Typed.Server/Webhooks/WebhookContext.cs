using System.Net;
using Microsoft.Extensions.Primitives;

namespace Immy.Typed.Server.Webhooks;

/// <summary>The web request that a script sees: made of values, without the connection that they came by.</summary>
internal static class WebhookContext
{
    public static HttpContext Of(WebhookRequest request, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext { RequestAborted = cancellationToken };
        context.Request.Method = request.Method;
        context.Request.Scheme = request.Scheme;
        context.Request.Host = new HostString(request.Host);
        context.Request.Path = request.Path;
        context.Request.QueryString = new QueryString(request.Query);
        context.Request.Protocol = request.Protocol;
        foreach (var (name, values) in request.Headers)
        {
            context.Request.Headers[name] = new StringValues(values);
        }

        context.Request.Body = new MemoryStream(request.Body, writable: false);
        context.Connection.RemoteIpAddress = request.RemoteAddress is null ? null : IPAddress.Parse(request.RemoteAddress);
        return context;
    }
}
