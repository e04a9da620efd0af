using Microsoft.AspNetCore.Authorization;

namespace Immy.Typed.Server.Security.Access;

/// <summary>Holds API keys to their scopes, on every endpoint.</summary>
internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        var scopes = context.User.FindAll(Identities.Scope).Select(static claim => claim.Value).ToList();
        if (scopes.Count == 0)
        {
            context.Succeed(requirement);
            return Task.CompletedTask;
        }

        var needed = (context.Resource as HttpContext) is { } request ? Scopes.Of(request) : [];
        if (needed.Any(scopes.Contains))
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(
                this, $"{Identities.Describe(context.User)} is limited to {string.Join(", ", scopes)}, and this needs {(needed.Count == 0 ? "a key without scopes" : string.Join(" or ", needed))}. Use another key."));
        }

        return Task.CompletedTask;
    }
}
