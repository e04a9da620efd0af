using Immy.Typed.Server.Clients;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Keeps the latest agent version of each client, and beside each agent whether it is behind, so that a list can be filtered by it.</summary>
internal sealed class AgentVersionStore(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int Batch = 500;

    /// <summary>The latest versions of a link's clients, by the clients' ids in the remote system.</summary>
    public static async Task<IReadOnlyDictionary<string, Version>> ReadAsync(ImmyDbContext database, Guid link, CancellationToken cancellationToken)
        => (await database.Clients.AsNoTracking().Where(client => client.ProviderLinkId == link && client.LatestAgentVersion != null)
            .Select(static client => new { client.ExternalClientId, client.LatestAgentVersion }).ToListAsync(cancellationToken))
            .ToDictionary(static client => client.ExternalClientId, static client => AgentVersions.Of(client.LatestAgentVersion)!);

    /// <summary>The mapped clients of a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="before">Only those that were not asked since; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<ClientVersion>> ClientsAsync(Guid link, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Clients.AsNoTracking().Where(client => client.ProviderLinkId == link && client.TenantId != null && client.GoneAt == null);
        clients = before is { } then ? clients.Where(client => client.LatestAgentVersionAt == null || client.LatestAgentVersionAt < then) : clients;
        return await clients.OrderBy(static client => client.Name).Select(static client => new ClientVersion(client.Id, client.ExternalClientId, client.Name, null)).ToListAsync(cancellationToken);
    }

    /// <summary>Takes over what clients should have, and marks their agents, in one transaction.</summary>
    /// <returns>How many of their agents are behind.</returns>
    public async Task<int> TakeAsync(Guid link, Guid run, IReadOnlyList<ClientVersion> versions, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var differences = new Differences(database, run, time);
        var behind = 0;
        foreach (var version in versions)
        {
            // Whoever deleted the client meanwhile wants it so.
            if (await database.Clients.SingleOrDefaultAsync(client => client.Id == version.Id, cancellationToken) is { } client)
            {
                Take(client, version, differences);
                behind += await MarkAsync(database, link, version, cancellationToken);
            }
        }

        differences.Flush();
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return behind;
    }

    /// <summary>Forgets all of it for a link.</summary>
    public async Task ForgetAsync(Guid link, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var clients = database.Clients.Where(client => client.ProviderLinkId == link && client.LatestAgentVersion != null);
        var agents = database.Agents.Where(agent => agent.ProviderLinkId == link && agent.IsBehind != null);
        if (!await clients.AnyAsync(cancellationToken) && !await agents.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await clients.ExecuteUpdateAsync(static update => update
            .SetProperty(static client => client.LatestAgentVersion, (string?)null)
            .SetProperty(static client => client.LatestAgentVersionAt, (DateTimeOffset?)null), cancellationToken);
        await agents.ExecuteUpdateAsync(static update => update.SetProperty(static agent => agent.IsBehind, (bool?)null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Take(RemoteClient client, ClientVersion version, Differences differences)
    {
        var latest = version.Latest!.ToString();
        if (client.LatestAgentVersion != latest)
        {
            differences.Add("Latest version", $"{version} {client.LatestAgentVersion ?? "none"} -> {latest}");
        }

        (client.LatestAgentVersion, client.LatestAgentVersionAt) = (latest, time.GetUtcNow());
    }

    private static async Task<int> MarkAsync(ImmyDbContext database, Guid link, ClientVersion version, CancellationToken cancellationToken)
    {
        var agents = await database.Agents.AsNoTracking().Where(agent => agent.ProviderLinkId == link && agent.ExternalClientId == version.ExternalClientId)
            .Select(static agent => new { agent.Id, agent.AgentVersion, agent.IsBehind, IsGone = agent.GoneAt != null }).ToListAsync(cancellationToken);
        var marks = agents.Select(agent => new { agent.Id, agent.IsGone, Before = agent.IsBehind, After = AgentVersions.IsBehind(agent.AgentVersion, version.Latest) }).ToList();
        foreach (var alike in marks.Where(static mark => mark.Before != mark.After).GroupBy(static mark => mark.After))
        {
            foreach (var batch in alike.Select(static mark => mark.Id).Chunk(Batch))
            {
                var ids = batch.ToList();
                await database.Agents.Where(agent => ids.Contains(agent.Id)).ExecuteUpdateAsync(update => update.SetProperty(static agent => agent.IsBehind, alike.Key), cancellationToken);
            }
        }

        return marks.Count(static mark => mark is { IsGone: false, After: true });
    }
}
