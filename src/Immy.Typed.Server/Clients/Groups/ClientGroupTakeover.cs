using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary>Takes listed groups over into the database, in one save.</summary>
internal sealed class ClientGroupTakeover(IServiceScopeFactory scopes, ServerOptions options, TimeProvider time)
{
    /// <summary>Takes them over; the run's differences say what changed.</summary>
    public async Task<ClientGroupSyncResult> TakeAsync(
        Guid link, Guid run, IReadOnlyDictionary<string, GroupListing> listed, List<string> refused, bool isComplete, bool isConfirmed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var known = await database.ClientGroups.Include(static group => group.Members).Where(group => group.ProviderLinkId == link).ToDictionaryAsync(static group => group.ExternalGroupId, cancellationToken);
        var differences = new Differences(database, run, time);
        var (added, changed) = (0, 0);
        foreach (var listing in listed.Values)
        {
            if (!known.TryGetValue(listing.Id, out var group))
            {
                database.Add(New(link, listing));
                differences.Add("Group added", $"{listing} with {listing.Clients.Count} clients");
                added++;
            }
            else if (Change(group, listing, isComplete) is { } change)
            {
                differences.Add("Group changed", $"{listing}: {change}");
                changed++;
            }
        }

        var missing = known.Values.Where(group => !listed.ContainsKey(group.ExternalGroupId)).ToList();
        var decision = Removals.Decide("groups of clients", known.Count, missing.Count, listed.Count == 0, isComplete, isConfirmed, options.RemovalShare);
        database.RemoveRange(missing.Take(decision.Removed));
        missing.ForEach(group => differences.Add("Group " + char.ToLowerInvariant(decision.WhatOfMissing[0]) + decision.WhatOfMissing[1..], $"{group.Name} ({group.ExternalGroupId})"));
        refused.ForEach(group => differences.Add("Group refused", group));
        differences.Flush();
        await database.SaveChangesAsync(cancellationToken);
        return new(listed.Count, added, changed, decision.Removed, decision.Waiting, decision.Message ?? Refusals(refused.Count, listed.Count + refused.Count));
    }

    private static ClientGroup New(Guid link, GroupListing listing) => new()
    {
        ProviderLinkId = link,
        ExternalGroupId = listing.Id,
        Name = listing.Name,
        Members = [.. listing.Clients.Select(static client => new ClientGroupMember { ExternalClientId = client })],
    };

    // What a partial answer leaves out of a group stays in it.
    private static string? Change(ClientGroup group, GroupListing listing, bool isComplete)
    {
        var changes = new List<string>();
        if (group.Name != listing.Name)
        {
            changes.Add($"name {group.Name} -> {listing.Name}");
            group.Name = listing.Name;
        }

        var joined = listing.Clients.Except(group.Members.Select(static member => member.ExternalClientId), StringComparer.Ordinal).ToList();
        var left = isComplete ? group.Members.Where(member => !listing.Clients.Contains(member.ExternalClientId, StringComparer.Ordinal)).ToList() : [];
        if (joined.Count + left.Count > 0)
        {
            changes.Add($"{joined.Count} clients joined, {left.Count} left");
            left.ForEach(member => group.Members.Remove(member));
            joined.ForEach(client => group.Members.Add(new ClientGroupMember { ExternalClientId = client }));
        }

        return changes.Count == 0 ? null : string.Join("; ", changes);
    }

    private static string? Refusals(int refused, int all) => refused == 0 ? null : $"{refused} of {all} groups of clients were refused; the run's differences say which and why.";
}
