using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary><c>/api/v1/provider-links/{id}/clients</c>.</summary>
internal static class ClientEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/provider-links/{link:guid}/clients").WithTags("Clients");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/sync", SyncAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPost("/match", MatchAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPut("/{id:guid}/tenant", MapAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> ListAsync(
        Guid link, [AsParameters] PageRequest page, string? name, bool? mapped, bool? gone, Guid? group, ImmyDbContext database, CancellationToken cancellationToken)
        => !await Exists(database, link, cancellationToken) ? ApiProblems.NotFound("provider link", link.ToString())
            : await database.WhyNotGroupAsync(link, group, cancellationToken) ?? await database.Clients.AsNoTracking()
                .Where(client => client.ProviderLinkId == link && (mapped == null || client.TenantId != null == mapped) && (gone == null || client.GoneAt != null == gone))
                .InGroup(group, database)
                .WhereContains(static client => client.Name, name)
                .PageAsync(
                    page,
                    PageOrder<RemoteClient>.ByName(static client => client.Name, static client => client.Id),
                    static client => new ClientView(client.Id, client.ExternalClientId, client.Name, client.TenantId, client.Tenant!.Name, client.GoneAt),
                    cancellationToken);

    private static async Task<IResult> SyncAsync(Guid link, bool? confirmRemovals, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await calls.AskAsync(link, new SyncClients(confirmRemovals ?? false, context.User.Identity!.Name!), cancellationToken));

    // Only clients without a tenant: what a person mapped stays.
    private static async Task<IResult> MatchAsync(Guid link, Guid? group, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (!await Exists(database, link, cancellationToken))
        {
            return ApiProblems.NotFound("provider link", link.ToString());
        }

        if (await database.WhyNotGroupAsync(link, group, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var tenants = (await database.Tenants.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(static tenant => tenant.Name.Trim(), StringComparer.OrdinalIgnoreCase);
        var clients = await database.Clients.Where(client => client.ProviderLinkId == link && client.TenantId == null && client.GoneAt == null).InGroup(group, database).OrderBy(static client => client.Name).ToListAsync(cancellationToken);
        var mapped = new List<ClientView>();
        foreach (var client in clients)
        {
            if (tenants[client.Name.Trim()].ToList() is [var tenant])
            {
                client.TenantId = tenant.Id;
                mapped.Add(new ClientView(client.Id, client.ExternalClientId, client.Name, tenant.Id, tenant.Name, client.GoneAt));
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new ClientMatch(mapped, [.. clients.Where(static client => client.TenantId is null).Select(static client => client.Name)]));
    }

    private static async Task<IResult> MapAsync(Guid link, Guid id, MapClient map, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (await database.Clients.SingleOrDefaultAsync(client => client.Id == id && client.ProviderLinkId == link, cancellationToken) is not { } client)
        {
            return ApiProblems.NotFound("client", id.ToString());
        }

        if (map.TenantId is { } tenant && !await database.Tenants.AnyAsync(candidate => candidate.Id == tenant, cancellationToken))
        {
            return ApiProblems.Field("tenantId", $"There is no tenant {tenant}.");
        }

        client.TenantId = map.TenantId;
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<bool> Exists(ImmyDbContext database, Guid link, CancellationToken cancellationToken)
        => database.ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken);
}
