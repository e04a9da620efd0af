using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>
/// Takes over what GetAgents lists for the mapped clients, in one transaction once all is listed. Nothing outside of the
/// clients that were asked for is touched.
/// </summary>
internal sealed class AgentSync(IServiceScopeFactory scopes, RunWriter runs, ServerOptions options, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>Takes them over; the run's record says what changed.</summary>
    public async Task<AgentSyncResult> RunAsync(LiveLink link, RunScope run, bool confirmsRemovals, CancellationToken cancellationToken)
    {
        var source = link.Require<ISupportsListingAgents>();
        var clients = (object)link.Integration is ISupportsListingClients ? await MappedClientsAsync(link.Id, cancellationToken) : null;
        if (clients is { Count: 0 })
        {
            return Tell(run, new() { Message = "No client of the provider link is mapped to a tenant, so no agents were asked for. Sync its clients and map them: PUT /api/v1/provider-links/{id}/clients/{client}/tenant." });
        }

        await using var spool = new AgentSpool(Path.Combine(options.DataFolder, "spool"));
        try
        {
            await foreach (var agent in source.GetAgents(clients is null ? null : [.. clients], cancellationToken))
            {
                await spool.AddAsync(AgentListing.Of(agent), cancellationToken);
            }
        }
        catch (IntegrationException exception) when (!cancellationToken.IsCancellationRequested)
        {
            run.Fail(exception.Message);
            return new() { Message = exception.Message };
        }

        // The run's own row must be there before events point to it.
        await runs.FlushAsync(cancellationToken);
        var isComplete = run.Blocks.All(static block => block.Outcome == RunOutcome.Ok);
        return Tell(run, await TakeOverAsync(link, run.Id, spool, clients, isComplete, confirmsRemovals, cancellationToken));
    }

    private async Task<HashSet<string>> MappedClientsAsync(Guid link, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Clients;
        return [.. await clients.Where(client => client.ProviderLinkId == link && client.TenantId != null && client.GoneAt == null).Select(static client => client.ExternalClientId).ToListAsync(cancellationToken)];
    }

    private async Task<AgentSyncResult> TakeOverAsync(LiveLink link, Guid run, AgentSpool spool, HashSet<string>? clients, bool isComplete, bool isConfirmed, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var result = new AgentSyncResult { Listed = spool.Count };
        var latest = (object)link.Integration is ISupportsGetLatestAgentVersion ? await AgentVersionStore.ReadAsync(database, link.Id, cancellationToken) : new Dictionary<string, Version>();
        var differences = new Differences(database, run, time);
        var takeover = new AgentTakeover(database, link.Id, clients, latest, differences, result, time.GetUtcNow());
        await foreach (var batch in spool.ReadAsync(Batch, cancellationToken))
        {
            await takeover.TakeAsync(batch, cancellationToken);
        }

        await RemoveAsync(database, link.Id, clients, takeover.Seen, isComplete, isConfirmed, differences, result, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task RemoveAsync(
        ImmyDbContext database, Guid link, HashSet<string>? clients, SeenIds seen, bool isComplete, bool isConfirmed, Differences differences, AgentSyncResult result, CancellationToken cancellationToken)
    {
        var present = 0;
        var missing = new List<(Guid Id, string Name)>();
        var asked = database.Agents.AsNoTracking().Where(agent => agent.ProviderLinkId == link && agent.GoneAt == null);
        asked = clients is null ? asked : asked.Where(agent => agent.ExternalClientId == null || clients.Contains(agent.ExternalClientId));
        await foreach (var agent in asked.Select(static agent => new { agent.Id, agent.ExternalAgentId, agent.Name }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            present++;
            if (!seen.Contains(agent.ExternalAgentId))
            {
                missing.Add((agent.Id, $"{agent.Name} ({agent.ExternalAgentId})"));
            }
        }

        var decision = Removals.Decide("agents", present - result.Added, missing.Count, seen.Count == 0, isComplete, isConfirmed, options.RemovalShare);
        (result.Removed, result.Waiting, result.Message) = (decision.Removed, decision.Waiting, decision.Message);
        missing.ForEach(agent => differences.Add(decision.WhatOfMissing, agent.Name));
        foreach (var gone in decision.Removed > 0 ? missing.Chunk(Batch) : [])
        {
            var ids = gone.Select(static agent => agent.Id).ToList();
            await database.Agents.Where(agent => ids.Contains(agent.Id)).ExecuteUpdateAsync(update => update.SetProperty(static agent => agent.GoneAt, time.GetUtcNow()), cancellationToken);
        }

        differences.Flush();
        await database.SaveChangesAsync(cancellationToken);
    }

    private static AgentSyncResult Tell(RunScope run, AgentSyncResult result)
    {
        run.Count(result.Listed);
        run.Note(RunEventKind.Note, result.ToString());
        if (result.Message is not null)
        {
            run.Partial(result.Message);
        }
        else if (result.Refused > 0)
        {
            run.Partial($"{result.Refused} of {result.Listed} agents were refused; the run's differences say which and why.");
        }

        return result;
    }
}
