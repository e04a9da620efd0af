using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Clients;

/// <summary>
/// Takes over what GetClients lists, in one transaction. What a failed or partial answer leaves out is not removed, and
/// neither is more than a share of the clients without a person's word.
/// </summary>
internal sealed class ClientSync(IServiceScopeFactory scopes, ClientGroupSync groups, RunWriter runs, ServerOptions options, TimeProvider time)
{
    private const int LongestId = 200;
    private const int LongestName = 500;

    /// <summary>Takes them over; the run's record says what changed.</summary>
    public async Task<ClientSyncResult> RunAsync(LiveLink link, RunScope run, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsListingClients>();
        var listed = new Dictionary<string, string>();
        var refused = new List<string>();
        try
        {
            await foreach (var client in source.GetClients(cancellationToken))
            {
                if (WhyNot(client, listed) is { } reason)
                {
                    refused.Add($"{Shown(client.ClientName)} ({reason})");
                    continue;
                }

                listed.Add(client.ExternalClientId, Shown(client.ClientName));
            }
        }
        catch (IntegrationException exception) when (!cancellationToken.IsCancellationRequested)
        {
            run.Fail(exception.Message);
            return ClientSyncResult.Nothing(exception.Message);
        }

        var isComplete = run.Blocks.All(static block => block.Outcome == RunOutcome.Ok);

        // The run's own row must be there before events point to it.
        await runs.FlushAsync(cancellationToken);
        var result = await TakeOverAsync(link.Id, run.Id, listed, refused, isComplete, confirmsRemovals, cancellationToken);
        result = result with { Groups = await groups.RunAsync(link, run, confirmsRemovals, cancellationToken) };
        run.Count(listed.Count);
        if ((result.Message ?? result.Groups?.Message) is not null)
        {
            run.Partial($"{result.Message} {result.Groups?.Message}".Trim());
        }

        return result;
    }

    private async Task<ClientSyncResult> TakeOverAsync(
        Guid link, Guid run, Dictionary<string, string> listed, List<string> refused, bool isComplete, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var known = await database.Clients.Where(client => client.ProviderLinkId == link).ToDictionaryAsync(static client => client.ExternalClientId, cancellationToken);
        var differences = new Differences(database, run, time);
        var (added, renamed, returned) = (0, 0, 0);
        foreach (var (id, name) in listed)
        {
            if (!known.TryGetValue(id, out var client))
            {
                database.Add(new RemoteClient { ProviderLinkId = link, ExternalClientId = id, Name = name });
                differences.Add("Added", $"{name} ({id})");
                added++;
                continue;
            }

            if (client.Name != name)
            {
                differences.Add("Renamed", $"{client.Name} ({id}) -> {name}");
                renamed++;
            }

            if (client.GoneAt is not null)
            {
                differences.Add("Returned", $"{name} ({id})");
                returned++;
            }

            (client.Name, client.GoneAt) = (name, null);
        }

        var present = known.Values.Count(client => client.GoneAt is null);
        var missing = known.Values.Where(client => client.GoneAt is null && !listed.ContainsKey(client.ExternalClientId)).ToList();
        var decision = Removals.Decide("clients", present, missing.Count, listed.Count == 0, isComplete, confirmsRemovals, options.RemovalShare);
        missing.Take(decision.Removed).ToList().ForEach(client => client.GoneAt = time.GetUtcNow());
        missing.ForEach(client => differences.Add(decision.WhatOfMissing, $"{client.Name} ({client.ExternalClientId})"));
        refused.ForEach(client => differences.Add("Refused", client));
        differences.Flush();
        await database.SaveChangesAsync(cancellationToken);
        return new(added, renamed, returned, decision.Removed, decision.Waiting, decision.Message ?? Refusals(refused.Count, listed.Count + refused.Count));
    }

    private static string? WhyNot(IProviderClientDetails client, Dictionary<string, string> listed) => client.ExternalClientId switch
    {
        var id when string.IsNullOrWhiteSpace(id) => "its id is empty",
        { Length: > LongestId } => $"its id is longer than {LongestId} characters",
        var id when id.Contains('\0', StringComparison.Ordinal) => "its id has a zero character",
        var id when listed.ContainsKey(id) => $"the id {id} was listed before in the same answer",
        _ => null,
    };

    private static string? Refusals(int refused, int all) => refused == 0 ? null : $"{refused} of {all} clients were refused; the run's differences say which and why.";

    // PostgreSQL refuses the zero character.
    private static string Shown(string name)
    {
        var plain = name.Replace("\0", "", StringComparison.Ordinal);
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }
}
