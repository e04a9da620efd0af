using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Deployments;

/// <summary>What a deployment must be: of software that there is, for one target, through one provider link.</summary>
internal static class DeploymentRules
{
    /// <summary>The software with its integration type; null when there is none.</summary>
    public static Task<SoftwareItem?> FindSoftwareAsync(ImmyDbContext database, Guid id, CancellationToken cancellationToken)
        => database.Software.AsNoTracking().Include(static software => software.IntegrationType).SingleOrDefaultAsync(software => software.Id == id, cancellationToken);

    /// <summary>Why it cannot be for that target; null when it can.</summary>
    public static async Task<IResult?> WhyNotForAsync(ImmyDbContext database, SaveDeployment save, SoftwareItem software, CancellationToken cancellationToken)
    {
        if (save.TenantId is null == save.ComputerId is null)
        {
            return ApiProblems.Field("tenantId", "A deployment is for a tenant or for one computer. Send either tenantId or computerId.");
        }

        if (save.TenantId is { } tenant && !await database.Tenants.AnyAsync(candidate => candidate.Id == tenant, cancellationToken))
        {
            return ApiProblems.Field("tenantId", $"There is no tenant {tenant}.");
        }

        if (save.ComputerId is { } computer && !await database.Computers.AnyAsync(candidate => candidate.Id == computer, cancellationToken))
        {
            return ApiProblems.Field("computerId", $"There is no computer {computer}.");
        }

        var same = await database.Deployments.AsNoTracking()
            .Where(deployment => deployment.SoftwareId == save.SoftwareId && deployment.TenantId == save.TenantId && deployment.ComputerId == save.ComputerId)
            .Select(static deployment => (Guid?)deployment.Id).FirstOrDefaultAsync(cancellationToken);
        return same is null ? null : ApiProblems.Conflict(
            "There is one already.", $"'{software.Name}' has a deployment for that {(save.TenantId is null ? "computer" : "tenant")} already: change it with PUT /api/v1/deployments/{same}.");
    }

    /// <summary>Why it cannot want that; null when it can.</summary>
    public static IResult? WhyNotWanted(DesiredState state)
        => Enum.IsDefined(state) ? null : ApiProblems.Field("desiredState", $"desiredState is {state}. Send {string.Join(" or ", Enum.GetNames<DesiredState>())}.");

    /// <summary>Why it cannot be served through that link, or without a choice; null when it can.</summary>
    public static async Task<IResult?> WhyNotThroughAsync(ImmyDbContext database, SoftwareItem software, Guid? chosen, CancellationToken cancellationToken)
    {
        if (software.IntegrationType is not { } type)
        {
            return chosen is null ? null : ApiProblems.Field(
                "providerLinkId", $"The software '{software.Name}' is linked to no integration type, so no provider link serves it. Leave providerLinkId out, or link the software: PUT /api/v1/software/{software.Id}.");
        }

        var links = await database.ProviderLinks.AsNoTracking().Where(link => link.IntegrationTypeId == type.Id && (link.IsEnabled || link.Id == chosen)).OrderBy(static link => link.Name).ToListAsync(cancellationToken);
        if (chosen is { } id)
        {
            return links.Exists(link => link.Id == id) ? null : ApiProblems.Field(
                "providerLinkId", $"There is no provider link {id} of the integration type '{type.Name}'.{(links.Count == 0 ? "" : $" Choose one of {LinkChoice.Names(links)}.")}");
        }

        return links.Count < 2 ? null : ApiProblems.Field(
            "providerLinkId", $"There are {links.Count} provider links of the integration type '{type.Name}'. Choose one of {LinkChoice.Names(links)}.");
    }
}
