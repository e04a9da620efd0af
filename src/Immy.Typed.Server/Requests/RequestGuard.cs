using Immy.Typed.Server.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Immy.Typed.Server.Requests;

/// <summary>
/// Refuses, once for all endpoints of the API, what no field of a request may be: a zero character or half a character, which PostgreSQL does not keep, a property that
/// is there twice, a name that a list of names does not have, and a body that is compressed or written in another encoding than UTF-8.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next)
{
    private const string SendItPlain = "Send it as it is, without the header Content-Encoding.";

    public async Task InvokeAsync(HttpContext context)
    {
        if (await WhyNotAsync(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static async Task<IResult?> WhyNotAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api") || context.GetEndpoint() is not { } endpoint)
        {
            return null;
        }

        if (AddressText.WhatIsWrong(context.Request.Query, endpoint) is var (field, message))
        {
            return ApiProblems.Field(field, message);
        }

        return endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null && context.Request.HasJsonContentType() ? await WhyNotBodyAsync(context) : null;
    }

    private static async Task<IResult?> WhyNotBodyAsync(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return ApiProblems.Unsupported($"The body is packed as '{encoding}'. {SendItPlain}");
        }

        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return ApiProblems.Unsupported($"The charset of the body is '{type.Charset}'. Send it in UTF-8: JSON is written in nothing else.");
        }

        // The framework knows no charset in quotes, and none is needed.
        context.Request.ContentType = "application/json";

        // The limit of bodies holds here too: what is larger is refused while it is read.
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        context.Response.RegisterForDispose(body);
        return BodyText.WhatIsWrong(body.GetBuffer().AsSpan(0, (int)body.Length)) is var (field, message) ? ApiProblems.Field(field, message) : null;
    }
}
