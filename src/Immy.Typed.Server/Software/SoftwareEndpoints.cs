using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Software;

/// <summary><c>/api/v1/software</c>.</summary>
internal static class SoftwareEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/software").WithTags("Software");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetSoftware");
        group.MapGet("/{id:guid}/versions", VersionsAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapPut("/{id:guid}", UpdateAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, string? name, Guid? integrationTypeId, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var software = database.Software.AsNoTracking().WhereContains(static software => software.Name, name);
        software = integrationTypeId is { } type ? software.Where(candidate => candidate.IntegrationTypeId == type) : software;
        return software.PageAsync(page, PageOrder<SoftwareItem>.ByName(static item => item.Name, static item => item.Id), static item => SoftwareView.Of(item), cancellationToken);
    }

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Software.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        ETags.Write(context, software);
        return TypedResults.Ok(SoftwareView.Of(software));
    }

    // Versions differ by client, so both the link and the client must be known; there is nothing to choose where there is one link.
    private static async Task<IResult> VersionsAsync(Guid id, Guid? providerLinkId, string? clientId, ImmyDbContext database, LinkCalls calls, CancellationToken cancellationToken)
    {
        if (await database.Software.AsNoTracking().Include(static candidate => candidate.IntegrationType).SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        if (string.IsNullOrWhiteSpace(clientId))
        {
            return ApiProblems.Field("clientId", "clientId is missing. Send the client's id in the remote system: externalClientId of GET /api/v1/provider-links/{id}/clients.");
        }

        var choice = await LinkChoice.ForAsync(database, software, providerLinkId, deployment: null, cancellationToken);
        return choice.LinkId is { } link
            ? TypedResults.Ok(await calls.StreamAsync(link, new ListVersions(clientId), cancellationToken).ToListAsync(cancellationToken))
            : ApiProblems.Field("providerLinkId", $"{choice.Why!.Message} {choice.Why.Mend}");
    }

    private static async Task<IResult> CreateAsync(SaveSoftware save, ImmyDbContext database, SoftwareScripts scripts, HttpContext context, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(save, id: null, database, scripts, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var software = new SoftwareItem { Name = save.Name! };
        Take(software, save);
        database.Add(software);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, software);
        return TypedResults.CreatedAtRoute(SoftwareView.Of(software), "GetSoftware", new RouteValueDictionary { ["id"] = software.Id });
    }

    private static async Task<IResult> UpdateAsync(Guid id, SaveSoftware save, ImmyDbContext database, SoftwareScripts scripts, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Software.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        if ((ETags.WhyNot(context, software, "software") ?? await WhyNotAsync(save, id, database, scripts, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        // A link that a deployment chose must stay one of the software's type.
        if (save.IntegrationTypeId != software.IntegrationTypeId && await database.Deployments.AnyAsync(deployment => deployment.SoftwareId == id && deployment.ProviderLinkId != null, cancellationToken))
        {
            return ApiProblems.Conflict("Deployments depend on it.", "Deployments of this software chose provider links of its present integration type. Let them choose none, then change the type.");
        }

        Take(software, save);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, software);
        return TypedResults.Ok(SoftwareView.Of(software));
    }

    private static async Task<IResult> DeleteAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.Software.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        if (ETags.WhyNot(context, software, "software") is { } refusal)
        {
            return refusal;
        }

        if (await database.Deployments.CountAsync(deployment => deployment.SoftwareId == id, cancellationToken) is > 0 and var count)
        {
            return ApiProblems.Conflict("Deployments depend on it.", $"{count} {(count == 1 ? "deployment is" : "deployments are")} of this software. Delete {(count == 1 ? "it" : "them")} first: GET /api/v1/deployments?softwareId={id}.");
        }

        database.Remove(software);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<IResult?> WhyNotAsync(SaveSoftware save, Guid? id, ImmyDbContext database, SoftwareScripts scripts, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(save.Name))
        {
            return ApiProblems.Field("name", "The software needs a name.");
        }

        if (save.Name.Length > 200)
        {
            return ApiProblems.Field("name", $"The name has {save.Name.Length} characters. Choose one of at most 200.");
        }

        if (await database.Software.AnyAsync(other => other.Name == save.Name && other.Id != id, cancellationToken))
        {
            return ApiProblems.Taken("name", "software", save.Name);
        }

        if (save.IntegrationTypeId is { } type && !await database.IntegrationTypes.AnyAsync(candidate => candidate.Id == type, cancellationToken))
        {
            return ApiProblems.Field("integrationTypeId", $"There is no integration type {type}.");
        }

        return await scripts.ErrorsOfAsync(save, cancellationToken) is { Count: > 0 } errors ? ApiProblems.Script(errors) : null;
    }

    private static void Take(SoftwareItem software, SaveSoftware save)
    {
        software.Name = save.Name!;
        software.IntegrationTypeId = save.IntegrationTypeId;
        software.InstallScript = string.IsNullOrWhiteSpace(save.InstallScript) ? null : save.InstallScript;
        software.UninstallScript = string.IsNullOrWhiteSpace(save.UninstallScript) ? null : save.UninstallScript;
    }
}
