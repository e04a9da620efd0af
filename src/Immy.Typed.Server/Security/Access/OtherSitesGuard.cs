using Immy.Typed.Server.Security.People;

namespace Immy.Typed.Server.Security.Access;

/// <summary>
/// Refuses requests that change something, bring the cookie, and come from a page of another site (CSRF). A browser sends the cookie by itself, so the cookie
/// alone does not say that the person wanted it. SameSite=Strict keeps most of them away; it does not tell sibling domains apart, which this does. Requests with an API key
/// need nothing of it: no browser adds one by itself.
/// </summary>
internal sealed class OtherSitesGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => Changes(context.Request) && IsOfCookie(context) && !IsOfThisSite(context.Request)
        ? TypedResults.Problem(
            "The request comes from a page of another site. Use the pages of this server, or an API key: Authorization: Bearer immy_...",
            statusCode: StatusCodes.Status403Forbidden,
            title: "Another site asks.").ExecuteAsync(context)
        : next(context);

    private static bool Changes(HttpRequest request)
        => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && !HttpMethods.IsTrace(request.Method);

    private static bool IsOfCookie(HttpContext context)
        => context.User.Identity?.AuthenticationType == PersonCookie.SchemeName || context.GetEndpoint()?.Metadata.GetMetadata<RefusesOtherSites>() is not null;

    // Every browser of today sends Sec-Fetch-Site, which no page can forge; older ones send Origin. What sends neither is no browser.
    private static bool IsOfThisSite(HttpRequest request)
        => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site ? site is "same-origin" or "none"
            : request.Headers.Origin.ToString() is not { Length: > 0 } origin
                || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
