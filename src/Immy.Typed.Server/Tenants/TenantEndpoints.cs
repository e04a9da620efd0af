using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
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

    private static async Task<IResult> ListAsync(ImmyDbContext database, CancellationToken cancellationToken)
        => TypedResults.Ok(await database.Tenants.AsNoTracking().OrderBy(static tenant => tenant.Name).Select(static tenant => new TenantView(tenant.Id, tenant.Name)).ToListAsync(cancellationToken));

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
