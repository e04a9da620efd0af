using Immy.Typed.Actions;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Software;

/// <summary>The provider link that serves software: the one that was chosen, or the only one that there is.</summary>
/// <param name="LinkId">The link; null when there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Why">Why there is none, and what to set where.</param>
internal sealed record LinkChoice(Guid? LinkId, string? Name, ActionLack? Why)
{
    /// <summary>Chooses.</summary>
    /// <param name="database">The database.</param>
    /// <param name="software">The software, with its integration type.</param>
    /// <param name="chosen">The link that somebody chose; null when nobody did.</param>
    /// <param name="deployment">The deployment where one chooses; null when it is a request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<LinkChoice> ForAsync(ImmyDbContext database, SoftwareItem software, Guid? chosen, Guid? deployment, CancellationToken cancellationToken)
    {
        var where = deployment is null ? "providerLinkId" : $"providerLinkId of the deployment: PUT /api/v1/deployments/{deployment}";
        if (software.IntegrationType is not { } type)
        {
            return None($"The software '{software.Name}' is linked to no integration type.", $"Link it: PUT /api/v1/software/{software.Id} with integrationTypeId.");
        }

        var links = await database.ProviderLinks.AsNoTracking().Where(link => link.IntegrationTypeId == type.Id).OrderBy(static link => link.Name).ToListAsync(cancellationToken);
        if (chosen is { } id)
        {
            return OfChosen(links.Find(link => link.Id == id), id, type.Name, where);
        }

        var enabled = links.FindAll(static link => link.IsEnabled);
        return enabled switch
        {
            [var only] => new(only.Id, only.Name, null),
            [] when links.Count > 0 => None(
                $"No provider link of the integration type '{type.Name}' is switched on: {Names(links)}.", "Switch one on: PUT /api/v1/provider-links/{id} with isEnabled true."),
            [] => None($"There is no provider link of the integration type '{type.Name}'.", "Make one: POST /api/v1/provider-links."),
            _ => None($"There are {enabled.Count} provider links of the integration type '{type.Name}', and none is chosen: {Names(enabled)}.", $"Choose one of them as {where}."),
        };
    }

    /// <summary>Names and ids, as somebody needs them who has to choose.</summary>
    public static string Names(IEnumerable<ProviderLink> links) => string.Join(", ", links.Select(static link => $"'{link.Name}' ({link.Id})"));

    private static LinkChoice OfChosen(ProviderLink? link, Guid id, string type, string where) => link switch
    {
        null => None($"There is no provider link {id} of the integration type '{type}'.", "Choose one that there is: GET /api/v1/provider-links."),
        { IsEnabled: false } => None($"The provider link '{link.Name}' is switched off.", $"Switch it on: PUT /api/v1/provider-links/{link.Id} with isEnabled true; or choose another one as {where}."),
        _ => new(link.Id, link.Name, null),
    };

    private static LinkChoice None(string message, string mend) => new(null, null, new ActionLack(message, mend));
}
