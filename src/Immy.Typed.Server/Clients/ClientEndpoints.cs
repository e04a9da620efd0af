using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
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
        group.MapPut("/{id:guid}/tenant", MapAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> ListAsync(Guid link, ImmyDbContext database, CancellationToken cancellationToken)
        => await Exists(database, link, cancellationToken)
            ? TypedResults.Ok(await database.Clients.AsNoTracking().Where(client => client.ProviderLinkId == link).OrderBy(static client => client.Name)
                .Select(static client => new ClientView(client.Id, client.ExternalClientId, client.Name, client.TenantId, client.Tenant!.Name, client.GoneAt)).ToListAsync(cancellationToken))
            : ApiProblems.NotFound("provider link", link.ToString());

    private static async Task<IResult> SyncAsync(Guid link, bool? confirmRemovals, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await calls.AskAsync(link, new SyncClients(confirmRemovals ?? false, context.User.Identity!.Name!), cancellationToken));

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
