using System.Collections.Concurrent;
using System.Globalization;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Webhooks.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Receives requests from outside, on whichever machine they arrive, and sends the answers.</summary>
internal sealed class WebhookReception(LinkCalls calls, WebhookStore store, ServerOptions options)
{
    // A link that is not initialized is tried again each minute.
    private const int InitSeconds = 60;

    private const int RestartSeconds = 5;

    private const int MostAhead = 64 * 1024;

    private readonly ConcurrentDictionary<Guid, bool> _known = new();

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await SendAsync(context, await AskAsync(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered; the run says so.
        }
    }

    private async Task<WebhookAnswer> AskAsync(HttpContext context)
    {
        if (!Guid.TryParse(context.Request.RouteValues["link"] as string, out var link) || !await IsKnownAsync(link, context.RequestAborted))
        {
            return NotFound();
        }

        try
        {
            var body = await ReadAsync(context);
            return await calls.AskAsync(link, RequestOf(context, body), context.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? WebhookAnswer.Refuse(exception.StatusCode, "The body is too large.", $"At most {options.Webhooks.BodyLimit} bytes are taken. An administrator of the server raises Server:Webhooks:BodyLimit.")
                : WebhookAnswer.Refuse(exception.StatusCode, "The body came too slowly.", "Send it faster than 240 bytes a second.");
        }
        catch (LinkUnavailableException exception)
        {
            return Unavailable(link, exception.Reason);
        }
    }

    // A stranger learns nothing: what is not there, switched off, or takes no requests, is told alike.
    private WebhookAnswer Unavailable(Guid link, LinkUnavailability reason)
    {
        if (reason == LinkUnavailability.Gone)
        {
            _known.TryRemove(link, out _);
        }

        return reason switch
        {
            LinkUnavailability.Gone or LinkUnavailability.Disabled or LinkUnavailability.LacksCapability => NotFound(),
            LinkUnavailability.Stopping => WebhookAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, "The server is stopping.", "It was stopped while it answered. Send it again later.", retryAfter: RestartSeconds),
            _ => WebhookAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, "The integration is not ready.", "It has not been initialized. Send it again later.", retryAfter: InitSeconds),
        };
    }

    private static WebhookAnswer NotFound() => WebhookAnswer.Refuse(StatusCodes.Status404NotFound, "Not found.", "There is no webhook at this address.");

    // Links that are known cost no look-up; a stranger's guesses wake no grain and are not kept.
    private async ValueTask<bool> IsKnownAsync(Guid link, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey(link))
        {
            return true;
        }

        var exists = await store.ExistsAsync(link, cancellationToken);
        return exists && (_known[link] = true);
    }

    private async Task<byte[]> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return [];
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Webhooks.BodyLimit;
        }

        // What was only announced takes no memory.
        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, MostAhead));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    private static WebhookRequest RequestOf(HttpContext context, byte[] body)
    {
        var request = context.Request;
        var headers = new KeyValuePair<string, string?[]>[request.Headers.Count];
        var at = 0;
        foreach (var (name, values) in request.Headers)
        {
            headers[at++] = KeyValuePair.Create(name, values.ToArray());
        }

        return new WebhookRequest
        {
            Method = request.Method,
            Scheme = request.Scheme,
            Host = request.Host.Value ?? "",
            Path = request.Path.Value ?? "",
            Route = request.RouteValues["route"] as string ?? "",
            Query = request.QueryString.Value ?? "",
            Protocol = request.Protocol,
            Headers = headers,
            Body = body,
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
    }

    private static async Task SendAsync(HttpContext context, WebhookAnswer answer)
    {
        // What a script sends must not act as a page of this server.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        if (answer.Refusal is { } refusal)
        {
            if (refusal.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            var extensions = refusal.RunId is { } run ? new Dictionary<string, object?> { ["run"] = run } : null;
            await TypedResults.Problem(refusal.Detail, statusCode: answer.Status, title: refusal.Title, extensions: extensions).ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, values) in answer.Headers)
        {
            context.Response.Headers[name] = values;
        }

        if (answer.Body.Length > 0)
        {
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
