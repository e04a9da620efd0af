using Immy.Typed.Problems;
using Immy.Typed.Server.Security.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Immy.Typed.Server.Problems;

/// <summary>Gives a bare status its reason: a path that does not exist, a verb or body that it does not take.</summary>
internal static class StatusAnswers
{
    /// <summary>What a body must be.</summary>
    public const string JsonIsExpected = "Send the body as JSON, with the header Content-Type: application/json.";

    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var code = context.Response.StatusCode;
        var detail = code switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {context.Request.Path}. {Hint(context)}",
            StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not take {context.Request.Method}. It takes {context.Response.Headers.Allow}.",
            StatusCodes.Status413PayloadTooLarge => TooLarge(context),
            StatusCodes.Status415UnsupportedMediaType => JsonIsExpected,
            _ => null,
        };
        return TypedResults.Problem(detail, statusCode: code, title: ReasonPhrases.GetReasonPhrase(code) + ".").ExecuteAsync(context);
    }

    /// <summary>How large a body may be.</summary>
    public static string TooLarge(HttpContext context)
        => $"The body is too large: at most {context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize} bytes are taken. Send less, or let an administrator raise Server:RequestBodyBytes.";

    private static string Hint(HttpContext context)
    {
        var areas = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(static endpoint => Scopes.AreaOf(endpoint.RoutePattern)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var asked = context.Request.Path.Value!.Split('/') is [_, "api", "v1", var area, ..] ? area : context.Request.Path.Value.Trim('/');
        return areas.Contains(asked, StringComparer.OrdinalIgnoreCase) ? $"What is there below /api/v1/{asked.ToLowerInvariant()} stands in docs/server.md."
            : NearestName.Of(asked, areas) is { } nearest ? $"Did you mean /api/v1/{nearest}?"
            : $"The API is at /api/v1: {string.Join(", ", areas)}.";
    }
}
