using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Tenants;

/// <summary><c>/api/v1/tenants</c>.</summary>
internal static class TenantEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/tenants").WithTags("Tenants");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, string? name, ImmyDbContext database, CancellationToken cancellationToken)
        => database.Tenants.AsNoTracking().WhereContains(static tenant => tenant.Name, name).PageAsync(
            page, PageOrder<Tenant>.ByName(static tenant => tenant.Name, static tenant => tenant.Id), static tenant => new TenantView(tenant.Id, tenant.Name), cancellationToken);

    private static async Task<IResult> CreateAsync(SaveTenant save, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(save.Name))
        {
            return ApiProblems.Field("name", "The tenant needs a name.");
        }

        if (await database.Tenants.AnyAsync(tenant => tenant.Name == save.Name, cancellationToken))
        {
            return ApiProblems.Taken("name", "tenant", save.Name);
        }

        var tenant = new Tenant { Name = save.Name };
        database.Add(tenant);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/tenants/{tenant.Id}", new TenantView(tenant.Id, tenant.Name));
    }
}
