using Immy.Typed.Problems;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security.Access;

/// <summary>
/// What an API key may be limited to: areas of the API, each named as its first path segment below <c>/api/v1</c> (<c>tenants</c>), or one provider link with all below
/// it (<c>provider-links/{id}</c>). The role still says what may be done there.
/// </summary>
internal static class Scopes
{
    private const string Links = "provider-links";

    // Whoever manages these can give themselves everything, and everybody may ask who they are.
    private static readonly string[] NoScopes = ["users", "api-keys"];

    /// <summary>The scopes that a request may be made with, the widest first.</summary>
    public static IReadOnlyList<string> Of(HttpContext context)
    {
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern is not { } pattern || AreaOf(pattern) is not { } area || NoScopes.Contains(area))
        {
            return [];
        }

        // Whoever a key is, it may ask who it is.
        if (area == "session")
        {
            return [.. context.User.FindAll(Identities.Scope).Select(static claim => claim.Value)];
        }

        return area == Links && pattern.Parameters.Count > 0 && Guid.TryParse(context.Request.RouteValues[pattern.Parameters[0].Name]?.ToString(), out var link) ? [area, $"{Links}/{link}"] : [area];
    }

    /// <summary>What is wrong with scopes for a new key; null when nothing is.</summary>
    public static async Task<string?> WhatIsWrongAsync(IReadOnlyList<string> scopes, EndpointDataSource endpoints, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var areas = endpoints.Endpoints.OfType<RouteEndpoint>().Select(static endpoint => AreaOf(endpoint.RoutePattern)).OfType<string>()
            .Distinct().Except(NoScopes).Except(["session"]).Order(StringComparer.Ordinal).ToList();
        foreach (var scope in scopes)
        {
            if (NoScopes.Contains(scope))
            {
                return $"'{scope}' cannot be a scope: whoever manages {scope} can give themselves everything. Leave the scopes out for such a key.";
            }

            if (scope.StartsWith(Links + "/", StringComparison.Ordinal))
            {
                if (!Guid.TryParse(scope[(Links.Length + 1)..], out var link) || !await database.ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken))
                {
                    return $"The scope '{scope}' names no provider link. Write {Links}/ and the id of one.";
                }
            }
            else if (!areas.Contains(scope))
            {
                return $"There is no scope '{scope}'. {NearestName.Hint(scope, areas)}";
            }
        }

        return null;
    }

    /// <summary>The first segment below the API; null for what is not the API.</summary>
    public static string? AreaOf(RoutePattern pattern) => pattern.PathSegments.Count > 2
        && pattern.PathSegments[0].Parts is [RoutePatternLiteralPart { Content: "api" }]
        && pattern.PathSegments[2].Parts is [RoutePatternLiteralPart area] ? area.Content : null;
}
