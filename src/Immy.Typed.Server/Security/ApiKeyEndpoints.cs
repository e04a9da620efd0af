using System.Data;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security.Access;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security;

/// <summary><c>/api/v1/api-keys</c>.</summary>
internal static class ApiKeyEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/api-keys").WithTags("API keys").RequireAuthorization(nameof(Role.Administrator));
        group.MapGet("/", ListAsync);
        group.MapPost("/", CreateAsync);
        group.MapDelete("/{id:guid}", RevokeAsync);
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, string? name, bool? revoked, ImmyDbContext database, CancellationToken cancellationToken)
        => database.ApiKeys.AsNoTracking().Where(key => revoked == null || key.RevokedAt != null == revoked).WhereContains(static key => key.Name, name).PageAsync(
            page, PageOrder<ApiKey>.ByName(static key => key.Name, static key => key.Id), static key => ApiKeyView.Of(key, null), cancellationToken);

    private static async Task<IResult> CreateAsync(
        CreateApiKey create, ApiKeys keys, ImmyDbContext database, EndpointDataSource endpoints, TimeProvider time, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(create.Name))
        {
            return ApiProblems.Field("name", "The key needs a name that says what it is for.");
        }

        if (create.Name.Length > CreateApiKey.LongestName)
        {
            return ApiProblems.Field("name", $"The name has {create.Name.Length} characters; at most {CreateApiKey.LongestName} are allowed.");
        }

        if (create.Role is not { } role || !Enum.IsDefined(role))
        {
            return ApiProblems.Field("role", $"The key needs a role: {string.Join(", ", Enum.GetNames<Role>())}.");
        }

        if (create.ExpiresAt <= time.GetUtcNow())
        {
            return ApiProblems.Field("expiresAt", $"The key would end at {create.ExpiresAt:O}, which is past. Send a time to come, or leave it out.");
        }

        if (create.Scopes?.Contains(null!) is true)
        {
            return ApiProblems.Field("scopes", "scopes has null among its texts. Leave it out.");
        }

        var scopes = (create.Scopes ?? []).Select(static scope => scope.ToLowerInvariant()).Distinct().ToList();
        if (await Scopes.WhatIsWrongAsync(scopes, endpoints, database, cancellationToken) is { } wrong)
        {
            return ApiProblems.Field("scopes", wrong);
        }

        if (string.Join(' ', scopes).Length > CreateApiKey.LongestScopes)
        {
            return ApiProblems.Field("scopes", $"{scopes.Count} scopes are too many for one key. Make several keys.");
        }

        var (key, text) = await keys.CreateAsync(create.Name, role, scopes, create.ExpiresAt, cancellationToken);
        return TypedResults.Created((string?)null, ApiKeyView.Of(key, text));
    }

    private static async Task<IResult> RevokeAsync(Guid id, ImmyDbContext database, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        if (await database.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is not { } key)
        {
            return ApiProblems.NotFound("API key", id.ToString());
        }

        if (key.RevokedAt is null)
        {
            if (await IsLastWayInAsync(key, database, time.GetUtcNow(), cancellationToken))
            {
                return TypedResults.Problem(
                    $"'{key.Name}' is the last key of an administrator, and there is no user who is one. Make another key or an administrator first.",
                    statusCode: StatusCodes.Status409Conflict,
                    title: "Nobody would be left.");
            }

            key.RevokedAt = time.GetUtcNow();
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return TypedResults.NoContent();
    }

    private static async Task<bool> IsLastWayInAsync(ApiKey key, ImmyDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
        => key is { Role: Role.Administrator, Scopes: "" }
            && !await database.People.AnyAsync(static person => person.Role == Role.Administrator && !person.IsDisabled, cancellationToken)
            && !await database.ApiKeys.AnyAsync(
                other => other.Id != key.Id && other.Role == Role.Administrator && other.Scopes == "" && other.RevokedAt == null && (other.ExpiresAt == null || other.ExpiresAt > now), cancellationToken);
}
