using Microsoft.Net.Http.Headers;

namespace Immy.Typed.Server.Security.Headers;

/// <summary>Tells browsers to trust an answer as little as possible. An endpoint that needs more sets its own header.</summary>
internal sealed class StrictHeaders(RequestDelegate next)
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    // The reference page draws itself with styles of its own; nothing of it comes from elsewhere.
    private const string OwnOnly = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Late, since an error clears what was set before.
        context.Response.OnStarting(static state => Add((HttpContext)state), context);
        return next(context);
    }

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, Nothing);
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
        }
        else if (context.Request.Path.StartsWithSegments("/plugins"))
        {
            // A script's own pages are shown, but as if from a site of their own: their code never acts with the cookie of whoever looks at them.
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, Nothing + "; sandbox");
        }

        else if (context.Request.Path.StartsWithSegments("/reference"))
        {
            headers.TryAdd(HeaderNames.ContentSecurityPolicy, OwnOnly);
        }

        return Task.CompletedTask;
    }
}
