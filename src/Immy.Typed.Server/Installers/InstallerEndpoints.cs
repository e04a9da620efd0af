using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Installers;

/// <summary><c>/api/v1/provider-links/{id}/installer</c>: the installer of the link's agent.</summary>
internal static class InstallerEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/provider-links/{link:guid}/installer").WithTags("Installers");
        group.MapGet("/", DownloadAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapGet("/description", DescribeAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> DownloadAsync(
        Guid link, string? clientId, Guid? tenantId, ImmyDbContext database, LinkCalls calls, InstallerDelivery delivery, HttpContext context, CancellationToken cancellationToken)
    {
        var choice = await ChooseAsync(link, clientId, tenantId, database, cancellationToken);
        return choice.Refusal ?? await delivery.DeliverAsync(
            NameOf(choice), link, run => calls.AskAsync(link, new GetInstaller(choice.ClientId!, run.CausedBy, run.Id), cancellationToken), context);
    }

    private static async Task<IResult> DescribeAsync(
        Guid link, string? clientId, Guid? tenantId, ImmyDbContext database, LinkCalls calls, RunLog runs, HttpContext context, CancellationToken cancellationToken)
    {
        var choice = await ChooseAsync(link, clientId, tenantId, database, cancellationToken);
        return choice.Refusal ?? await runs.DoAsync<IResult>(RunKind.Installer, NameOf(choice), link, context.User.Identity!.Name!, async run =>
        {
            var offer = await calls.AskAsync(link, new GetInstaller(choice.ClientId!, run.CausedBy, run.Id), cancellationToken);
            run.Count(1);
            return TypedResults.Ok(new InstallerView(offer.SafeName, offer.Address?.Authority, choice.ClientId!, run.Id));
        });
    }

    private static string NameOf(ClientChoice choice) => $"Installer for the client {choice.ClientId}";

    private static async Task<ClientChoice> ChooseAsync(Guid link, string? clientId, Guid? tenantId, ImmyDbContext database, CancellationToken cancellationToken)
        => await database.ProviderLinks.Where(candidate => candidate.Id == link).Select(static candidate => candidate.Name).SingleOrDefaultAsync(cancellationToken) is { } name
            ? await ClientChoice.ReadAsync(database, link, name, clientId, tenantId, cancellationToken)
            : new(null, ApiProblems.NotFound("provider link", link.ToString()));
}
