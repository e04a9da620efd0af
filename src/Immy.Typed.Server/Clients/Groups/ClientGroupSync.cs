using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary>Takes over what GetClientGroups lists, after the clients and in the same run. A failed answer changes no group, a partial one removes none.</summary>
internal sealed class ClientGroupSync(IServiceScopeFactory scopes, ClientGroupTakeover takeover) : ILinkLoaded
{
    private const int MostNames = 20;

    /// <summary>Takes them over; null when the link does not group its clients.</summary>
    public async Task<ClientGroupSyncResult?> RunAsync(LiveLink link, RunScope run, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        if ((object)link.Integration is not ISupportsClientGrouping source)
        {
            return null;
        }

        var before = run.Blocks.Count;
        var listed = new Dictionary<string, GroupListing>(StringComparer.Ordinal);
        var refused = new List<string>();
        try
        {
            await foreach (var group in source.GetClientGroups(cancellationToken))
            {
                var listing = GroupListing.Of(group);
                if (listing.WhyNot(listed) is { } reason)
                {
                    refused.Add($"{listing.Name} ({reason})");
                    continue;
                }

                listed.Add(listing.Id, listing);
            }
        }
        catch (IntegrationException exception)
        {
            return new(0, 0, 0, 0, 0, $"The groups of clients stay as they are: {exception.Message}");
        }

        var isComplete = run.Blocks.Skip(before).All(static block => block.Outcome == RunOutcome.Ok);
        await WarnAsync(link.Id, listed.Values, run, cancellationToken);
        return await takeover.TakeAsync(link.Id, run.Id, listed, refused, isComplete, confirmsRemovals, cancellationToken);
    }

    /// <summary>A link that lost the capability, or for which it was excluded, has no groups any more.</summary>
    public async Task LoadedAsync(Guid link, DynamicIntegration integration, CancellationToken cancellationToken)
    {
        if ((object)integration is ISupportsClientGrouping)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var groups = scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ClientGroups.Where(group => group.ProviderLinkId == link);
        if (await groups.AnyAsync(cancellationToken))
        {
            await groups.ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task WarnAsync(Guid link, IEnumerable<GroupListing> listed, RunScope run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clients = await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Clients.Where(client => client.ProviderLinkId == link && client.GoneAt == null)
            .Select(static client => client.ExternalClientId).ToHashSetAsync(cancellationToken);
        foreach (var group in listed)
        {
            var unknown = group.Clients.Where(client => !clients.Contains(client)).ToList();
            if (unknown.Count > 0)
            {
                var names = string.Join(", ", unknown.Take(MostNames)) + (unknown.Count > MostNames ? $" and {unknown.Count - MostNames} more" : "");
                run.Note(RunEventKind.Warning, $"The group {group} has clients that GetClients does not list: {names}. They are kept, and count once it lists them.");
            }
        }
    }
}
