using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary>
/// Takes over what GetClients lists, in one transaction. What a failed or partial answer leaves out is not removed, and
/// neither is more than a share of the clients without a person's word.
/// </summary>
internal sealed class ClientSync(IServiceScopeFactory scopes, ServerOptions options, TimeProvider time)
{
    /// <summary>Takes them over; the run's record says what changed.</summary>
    public async Task<ClientSyncResult> RunAsync(LiveLink link, RunScope run, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsListingClients>();
        var listed = new Dictionary<string, string>();
        try
        {
            await foreach (var client in source.GetClients(cancellationToken))
            {
                listed[client.ExternalClientId] = client.ClientName;
            }
        }
        catch (IntegrationException exception)
        {
            run.Fail(exception.Message);
            return ClientSyncResult.Nothing(exception.Message);
        }

        var isComplete = run.Blocks.All(static block => block.Outcome == RunOutcome.Ok);
        var result = await TakeOverAsync(link.Id, listed, isComplete, confirmsRemovals, cancellationToken);
        run.Count(listed.Count);
        if (result.Message is not null)
        {
            run.Partial(result.Message);
        }

        return result;
    }

    private async Task<ClientSyncResult> TakeOverAsync(Guid link, Dictionary<string, string> listed, bool isComplete, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var known = await database.Clients.Where(client => client.ProviderLinkId == link).ToDictionaryAsync(static client => client.ExternalClientId, cancellationToken);
        var (added, renamed, returned) = (0, 0, 0);
        foreach (var (id, name) in listed)
        {
            if (!known.TryGetValue(id, out var client))
            {
                database.Add(new RemoteClient { ProviderLinkId = link, ExternalClientId = id, Name = name });
                added++;
                continue;
            }

            renamed += client.Name == name ? 0 : 1;
            returned += client.GoneAt is null ? 0 : 1;
            (client.Name, client.GoneAt) = (name, null);
        }

        var present = known.Values.Count(client => client.GoneAt is null);
        var missing = known.Values.Where(client => client.GoneAt is null && !listed.ContainsKey(client.ExternalClientId)).ToList();
        var decision = Removals.Decide("clients", present, missing.Count, listed.Count == 0, isComplete, confirmsRemovals, options.RemovalShare);
        missing.Take(decision.Removed).ToList().ForEach(client => client.GoneAt = time.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        return new(added, renamed, returned, decision.Removed, decision.Waiting, decision.Message);
    }
}
