using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>Decides which requests reach the endpoints.</summary>
internal sealed class DemoGate(SentinelOneDemoApi api)
{
    private const string Scheme = "ApiToken ";

    private readonly byte[] _token = Encoding.UTF8.GetBytes(api.ApiToken);

    /// <summary>Notes the request, plays the faults, asks for the token.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        api.Note(new SentinelOneDemoRequest(context.Request.Method, context.Request.Path.ToString(), context.Request.QueryString.ToString()));
        var faults = api.Faults;
        if (faults.Delay > TimeSpan.Zero)
            await Task.Delay(faults.Delay, context.RequestAborted);

        await (faults switch
        {
            { AnswerStatus: { } status } => RefuseAsync(context, status, "Demo fault"),
            { AnswerHtml: true } => SendPageAsync(context),
            _ when !HasToken(context.Request) => RefuseAsync(context, StatusCodes.Status401Unauthorized, "Authentication Failed"),
            _ => next(context),
        });
    }

    private bool HasToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()), _token);
    }

    private static Task RefuseAsync(HttpContext context, int status, string title)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Failure.Of(status, title), context.RequestAborted);
    }

    private static Task SendPageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync("<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>", context.RequestAborted);
    }
}
