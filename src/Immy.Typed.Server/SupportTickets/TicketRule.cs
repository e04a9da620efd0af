using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>Holds the rule that one provider link at most takes support requests. What it decides is saved along with what is saved.</summary>
internal sealed class TicketRule(ImmyDbContext database, TicketCapability capability)
{
    /// <summary>Decides for a link that is about to be saved; a refusal when another link takes support requests.</summary>
    /// <param name="link">The link as it is to be.</param>
    /// <param name="type">Its integration type with its versions.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult?> SettleAsync(ProviderLink link, IntegrationType type, CancellationToken cancellationToken)
    {
        var taker = await ReadAsync(cancellationToken);
        var isTaker = taker?.ProviderLinkId == link.Id;
        var takes = link.IsEnabled ? await capability.IsAddedAsync(type.Name, type.CurrentScript, link.ExcludedCapabilities, cancellationToken) : false;
        switch (takes)
        {
            case false when isTaker:
                database.Remove(taker!);
                return null;
            case true when taker is null:
                database.Add(new TicketTaker { ProviderLinkId = link.Id });
                return null;
            case true when !isTaker:
                return ApiProblems.Conflict(
                    "Another provider link takes support requests.",
                    $"'{link.Name}' cannot have {TicketCapability.Name}: support requests go to the provider link '{taker!.ProviderLink!.Name}', and only one that is switched on may take them. "
                    + $"Exclude the capability for '{link.Name}' with excludedCapabilities, or first switch '{taker.ProviderLink.Name}' off or exclude it there: PUT /api/v1/provider-links/{taker.ProviderLinkId}.");
            default:
                return null;
        }
    }

    /// <summary>Decides for a new version of a type's script; a refusal when several links would take support requests.</summary>
    /// <param name="type">The integration type.</param>
    /// <param name="script">The new version's script, which loads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult?> SettleAsync(IntegrationType type, string script, CancellationToken cancellationToken)
    {
        var taker = await ReadAsync(cancellationToken);
        var own = await database.ProviderLinks.Where(link => link.IntegrationTypeId == type.Id && link.IsEnabled).OrderBy(static link => link.Name).ToListAsync(cancellationToken);
        var takers = await TakersAsync(type, script, own, cancellationToken);
        var isOwn = taker is not null && own.Exists(link => link.Id == taker.ProviderLinkId);
        List<ProviderLink> all = [.. takers, .. taker is null || isOwn ? [] : new[] { taker.ProviderLink! }];
        switch (takers.Count)
        {
            case 0 when isOwn:
                database.Remove(taker!);
                return null;
            case 0:
                return null;
            case > 0 when all.Count > 1:
                return ApiProblems.Conflict(
                    "Several provider links would take support requests.",
                    $"With {TicketCapability.Name} of the new version, support requests would go to {all.Count} provider links: {string.Join(", ", all.Select(static link => $"'{link.Name}' ({link.Id})"))}. "
                    + "Only one that is switched on may take them. Nothing was saved. Exclude the capability for the others first, or switch them off: PUT /api/v1/provider-links/{id}.");
            default:
                Set(taker, takers[0]);
                return null;
        }
    }

    private void Set(TicketTaker? taker, ProviderLink link)
    {
        if (taker is null)
        {
            database.Add(new TicketTaker { ProviderLinkId = link.Id });
        }
        else
        {
            taker.ProviderLinkId = link.Id;
        }
    }

    private async Task<IReadOnlyList<ProviderLink>> TakersAsync(IntegrationType type, string script, IReadOnlyList<ProviderLink> links, CancellationToken cancellationToken)
    {
        var takers = new List<ProviderLink>();
        foreach (var link in links)
        {
            if (await capability.IsAddedAsync(type.Name, script, link.ExcludedCapabilities, cancellationToken) is true)
            {
                takers.Add(link);
            }
        }

        return takers;
    }

    private Task<TicketTaker?> ReadAsync(CancellationToken cancellationToken)
        => database.Set<TicketTaker>().Include(static taker => taker.ProviderLink).SingleOrDefaultAsync(cancellationToken);
}
