using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Immy.Typed.Server.Security.Access;

/// <summary>Says why a request is refused: nobody is known, the role is too low, or a scope does not reach.</summary>
internal sealed class AuthorizationAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <summary>Says that nobody is known by the request, and how to be known.</summary>
    public static Task NobodyAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            "Send an API key that is known and has not expired: Authorization: Bearer immy_... Or sign in at POST /api/v1/session.",
            statusCode: StatusCodes.Status401Unauthorized,
            title: "Nobody is known by this request.").ExecuteAsync(context);
    }

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        => authorizeResult.Forbidden
            ? TypedResults.Problem(Why(context, policy, authorizeResult), statusCode: StatusCodes.Status403Forbidden, title: "That is not allowed.").ExecuteAsync(context)
            : _usual.HandleAsync(next, context, policy, authorizeResult);

    private static string Why(HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.AuthorizationFailure?.FailureReasons.FirstOrDefault() is { } reason)
        {
            return reason.Message;
        }

        var needed = policy.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(static requirement => requirement.AllowedRoles).Max(static role => Enum.Parse<Role>(role));
        var own = Enum.GetValues<Role>().Where(role => context.User.IsInRole(role.ToString())).Max();
        return $"{Identities.Describe(context.User)} has the role {own}, and this needs {needed}. Use a key or a user of that role.";
    }
}
