using Immy.Typed.Server.Installers;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Domain.Models;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Software;

/// <summary>What a provider link offers for its software, below <c>/api/v1/software/{id}</c>: installers of its versions, and an install script.</summary>
internal static class SoftwareOfferEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/software/{id:guid}").WithTags("Software");
        group.MapGet("/versions/{version}/download", DownloadAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapGet("/install-script", ScriptAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> DownloadAsync(
        Guid id,
        string version,
        Guid? providerLinkId,
        string? clientId,
        Guid? tenantId,
        Architecture? architecture,
        PackageType? packageType,
        ImmyDbContext database,
        LinkCalls calls,
        InstallerDelivery delivery,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, database, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        var (link, client) = await ChooseAsync(software, providerLinkId, clientId, tenantId, database, cancellationToken);
        return client.Refusal ?? await delivery.DeliverAsync(
            $"Installer of {software.Name} {version} for the client {client.ClientId}",
            link!.LinkId!.Value,
            async run =>
            {
                var found = await calls.AskAsync(link.LinkId.Value, new GetVersionInstallers(client.ClientId!, version, architecture, packageType, run.CausedBy, run.Id), cancellationToken);
                return found.Only ?? throw WhyNot(software, version, link, client.ClientId!, found.Found);
            },
            context);
    }

    private static async Task<IResult> ScriptAsync(
        Guid id, Guid? providerLinkId, string? clientId, Guid? tenantId, ImmyDbContext database, LinkCalls calls, HttpContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, database, cancellationToken) is not { } software)
        {
            return ApiProblems.NotFound("software", id.ToString());
        }

        if (software.InstallScript is { } own)
        {
            return TypedResults.Ok(new InstallScriptView(own, IsOwn: true, null, null, null));
        }

        var (link, client) = await ChooseAsync(software, providerLinkId, clientId, tenantId, database, cancellationToken);
        if (client.Refusal is { } refusal)
        {
            return refusal;
        }

        var offered = await calls.AskAsync(link!.LinkId!.Value, new GetOfferedScript(client.ClientId!, context.User.Identity!.Name!), cancellationToken);
        return offered.Script is { } script
            ? TypedResults.Ok(new InstallScriptView(script, IsOwn: false, link.LinkId, link.Name, client.ClientId))
            : ApiProblems.OfRun(StatusCodes.Status502BadGateway, "There is no install script.", offered.Why!, offered.RunId);
    }

    private static Task<SoftwareItem?> FindAsync(Guid id, ImmyDbContext database, CancellationToken cancellationToken)
        => database.Software.AsNoTracking().Include(static candidate => candidate.IntegrationType).SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken);

    private static async Task<(LinkChoice? Link, ClientChoice Client)> ChooseAsync(
        SoftwareItem software, Guid? providerLinkId, string? clientId, Guid? tenantId, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var link = await LinkChoice.ForAsync(database, software, providerLinkId, deployment: null, cancellationToken);
        return link.LinkId is { } id
            ? (link, await ClientChoice.ReadAsync(database, id, link.Name!, clientId, tenantId, cancellationToken))
            : (null, new ClientChoice(null, ApiProblems.Field("providerLinkId", $"{link.Why!.Message} {link.Why.Mend}")));
    }

    private static DownloadException WhyNot(SoftwareItem software, string version, LinkChoice link, string client, IReadOnlyList<string> found) => found.Count switch
    {
        0 => new(
            $"The provider link '{link.Name}' offers no version {version} for the client '{client}' that is asked for. GET /api/v1/software/{software.Id}/versions lists those that it offers.", StatusCodes.Status404NotFound),
        1 => new($"The provider link '{link.Name}' gives no address for the version {version}: there is nothing to download.", StatusCodes.Status409Conflict),
        _ => new(
            $"The provider link '{link.Name}' offers {found.Count} installers of the version {version}: {string.Join("; ", found)}. Choose one: send architecture, packageType or both.", StatusCodes.Status409Conflict),
    };
}
