using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Makes a web request of the values that travelled, lets the script answer it, and lets the web framework write the answer down.</summary>
internal sealed class WebhookExecutor(IServiceProvider services, ServerOptions options)
{
    private const int Lowest = 200;
    private const int Highest = 599;

    // Each one that is made gets an id of its own, which nobody asks for here.
    private static readonly ActionDescriptor Action = new();

    // They describe the connection, which is another one.
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Content-Length", "Keep-Alive", "Transfer-Encoding", "Upgrade" };

    /// <summary>Answers a request.</summary>
    /// <exception cref="BlockException">The script failed.</exception>
    /// <exception cref="WebhookBodyException">The body cannot be read.</exception>
    /// <exception cref="WebhookAnswerException">The answer cannot be sent.</exception>
    public async Task<WebhookAnswer> AnswerAsync(ISupportsHttpRequest capability, WebhookRequest request, CancellationToken cancellationToken)
    {
        var context = WebhookContext.Of(request, cancellationToken);
        var body = await WebhookBody.ReadAsync(context.Request, request.Body, cancellationToken);
        context.Request.Body.Position = 0;
        var result = await capability.HandleHttpRequest(context, body, request.Route, cancellationToken);

        // Only now: the script must not find the server's services.
        context.RequestServices = services;
        using var written = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written));
        await WriteAsync(context, result);
        return Answer(context.Response, written);
    }

    private static async Task WriteAsync(HttpContext context, IActionResult result)
    {
        try
        {
            await result.ExecuteResultAsync(new ActionContext(context, new RouteData(), Action));
            await context.Response.CompleteAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Anything may come of a value that the script chose: one that holds itself, a content type that is none.
            throw new WebhookAnswerException($"The script's {result.GetType().Name} cannot be written as an answer: {exception.Message} Give it text, numbers, lists, hashtables or [pscustomobject] to send.");
        }
    }

    private WebhookAnswer Answer(HttpResponse response, MemoryStream written)
    {
        if (response.StatusCode is < Lowest or > Highest)
        {
            throw new WebhookAnswerException($"The script answers with the status {response.StatusCode}. Set a StatusCode from {Lowest} to {Highest}.");
        }

        if (written.Length > options.Webhooks.AnswerLimit)
        {
            throw new WebhookAnswerException($"The script's answer has {written.Length} bytes, and {options.Webhooks.AnswerLimit} are the most. Answer with less, or raise Server:Webhooks:AnswerLimit.");
        }

        if (response.Headers.FirstOrDefault(static header => header.Value.Any(static value => value is not null && value.Any(static letter => letter is < ' ' or > '~'))) is { Key: not null } odd)
        {
            throw new WebhookAnswerException($"The script's answer has a header {odd.Key} with a character that headers cannot hold. Encode it, for example with [uri]::EscapeDataString.");
        }

        var isEmpty = response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified;
        return new WebhookAnswer
        {
            Status = response.StatusCode,
            Headers = [.. response.Headers.Where(static header => !OfConnection.Contains(header.Key)).Select(static header => KeyValuePair.Create(header.Key, header.Value.ToArray()))],
            Body = isEmpty ? [] : written.ToArray(),
        };
    }
}
