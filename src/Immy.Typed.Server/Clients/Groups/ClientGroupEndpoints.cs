using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary><c>/api/v1/provider-links/{id}/client-groups</c>.</summary>
internal static class ClientGroupEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/provider-links/{link:guid}/client-groups").WithTags("Clients");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPut("/{group:guid}/tenant", MapAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> ListAsync(Guid link, [AsParameters] PageRequest page, string? name, ImmyDbContext database, CancellationToken cancellationToken)
        => await database.ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken)
            ? await database.ClientGroups.AsNoTracking().Where(group => group.ProviderLinkId == link)
                .WhereContains(static group => group.Name, name)
                .PageAsync(
                    page,
                    PageOrder<ClientGroup>.ByName(static group => group.Name, static group => group.Id),
                    group => new ClientGroupView(
                        group.Id,
                        group.ExternalGroupId,
                        group.Name,
                        database.Clients.Count(client => client.ProviderLinkId == link && client.GoneAt == null && group.Members.Any(member => member.ExternalClientId == client.ExternalClientId))),
                    cancellationToken)
            : ApiProblems.NotFound("provider link", link.ToString());

    // Whatever they were mapped to before: that is what mapping a whole group is for.
    private static async Task<IResult> MapAsync(Guid link, Guid group, MapClient map, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (await database.WhyNotGroupAsync(link, group, cancellationToken) is not null)
        {
            return ApiProblems.NotFound("group of clients", group.ToString(), $"GET /api/v1/provider-links/{link}/client-groups lists them.");
        }

        if (map.TenantId is { } tenant && !await database.Tenants.AnyAsync(candidate => candidate.Id == tenant, cancellationToken))
        {
            return ApiProblems.Field("tenantId", $"There is no tenant {tenant}.");
        }

        var clients = await database.Clients.Where(client => client.ProviderLinkId == link && client.GoneAt == null).InGroup(group, database).ToListAsync(cancellationToken);
        var changed = clients.Where(client => client.TenantId != map.TenantId).ToList();
        changed.ForEach(client => client.TenantId = map.TenantId);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new ClientGroupMapping(changed.Count, clients.Count - changed.Count));
    }
}
