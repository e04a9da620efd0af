using System.Linq.Expressions;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Deployments;

/// <summary><c>/api/v1/deployments</c>.</summary>
internal static class DeploymentEndpoints
{
    private static readonly Expression<Func<Deployment, DeploymentView>> View = static deployment => new DeploymentView(
        deployment.Id,
        deployment.SoftwareId,
        deployment.Software!.Name,
        deployment.TenantId,
        deployment.Tenant!.Name,
        deployment.ComputerId,
        deployment.Computer!.Name,
        deployment.DesiredState,
        deployment.ProviderLinkId);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/deployments").WithTags("Deployments");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetDeployment");
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPut("/{id:guid}", UpdateAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static Task<IResult> ListAsync(
        [AsParameters] PageRequest page, Guid? softwareId, Guid? tenantId, Guid? computerId, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var deployments = database.Deployments.AsNoTracking();
        deployments = softwareId is { } software ? deployments.Where(deployment => deployment.SoftwareId == software) : deployments;
        deployments = tenantId is { } tenant ? deployments.Where(deployment => deployment.TenantId == tenant) : deployments;
        deployments = computerId is { } computer ? deployments.Where(deployment => deployment.ComputerId == computer) : deployments;
        return deployments.PageAsync(page, PageOrder<Deployment>.Newest(static deployment => deployment.Id), View, cancellationToken);
    }

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Deployments.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } deployment)
        {
            return ApiProblems.NotFound("deployment", id.ToString());
        }

        ETags.Write(context, deployment);
        return TypedResults.Ok(await ShowAsync(database, id, cancellationToken));
    }

    private static async Task<IResult> CreateAsync(SaveDeployment save, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await DeploymentRules.FindSoftwareAsync(database, save.SoftwareId, cancellationToken) is not { } software)
        {
            return ApiProblems.Field("softwareId", $"There is no software {save.SoftwareId}.");
        }

        if ((DeploymentRules.WhyNotWanted(save.DesiredState)
            ?? await DeploymentRules.WhyNotForAsync(database, save, software, cancellationToken)
            ?? await DeploymentRules.WhyNotThroughAsync(database, software, save.ProviderLinkId, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var deployment = new Deployment { SoftwareId = software.Id, TenantId = save.TenantId, ComputerId = save.ComputerId, DesiredState = save.DesiredState, ProviderLinkId = save.ProviderLinkId };
        database.Add(deployment);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, deployment);
        return TypedResults.CreatedAtRoute(await ShowAsync(database, deployment.Id, cancellationToken), "GetDeployment", new RouteValueDictionary { ["id"] = deployment.Id });
    }

    private static async Task<IResult> UpdateAsync(Guid id, ChangeDeployment change, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Deployments.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } deployment)
        {
            return ApiProblems.NotFound("deployment", id.ToString());
        }

        var software = await DeploymentRules.FindSoftwareAsync(database, deployment.SoftwareId, cancellationToken);
        if ((ETags.WhyNot(context, deployment, "deployment")
            ?? DeploymentRules.WhyNotWanted(change.DesiredState)
            ?? await DeploymentRules.WhyNotThroughAsync(database, software!, change.ProviderLinkId, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        (deployment.DesiredState, deployment.ProviderLinkId) = (change.DesiredState, change.ProviderLinkId);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, deployment);
        return TypedResults.Ok(await ShowAsync(database, id, cancellationToken));
    }

    private static async Task<IResult> DeleteAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Deployments.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } deployment)
        {
            return ApiProblems.NotFound("deployment", id.ToString());
        }

        if (ETags.WhyNot(context, deployment, "deployment") is { } refusal)
        {
            return refusal;
        }

        database.Remove(deployment);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<DeploymentView> ShowAsync(ImmyDbContext database, Guid id, CancellationToken cancellationToken)
        => database.Deployments.AsNoTracking().Where(deployment => deployment.Id == id).Select(View).SingleAsync(cancellationToken);
}
