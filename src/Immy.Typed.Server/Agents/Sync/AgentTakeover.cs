using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Sync;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Takes listed agents over into the database, batch by batch, inside the caller's transaction.</summary>
internal sealed class AgentTakeover(ImmyDbContext database, Guid link, IReadOnlySet<string>? clients, IReadOnlyDictionary<string, Version> latest, Differences differences, AgentSyncResult result, DateTimeOffset now)
{
    /// <summary>The ids that were taken over.</summary>
    public SeenIds Seen { get; } = new();

    public async Task TakeAsync(AgentListing[] batch, CancellationToken cancellationToken)
    {
        var ids = batch.Select(static listed => listed.Id).ToList();
        var known = await database.Agents.Where(agent => agent.ProviderLinkId == link && ids.Contains(agent.ExternalAgentId)).ToDictionaryAsync(static agent => agent.ExternalAgentId, cancellationToken);
        foreach (var listed in batch)
        {
            if (WhyNot(listed, known.ContainsKey(listed.Id)) is { } reason)
            {
                result.Refused++;
                differences.Add("Refused", $"{listed.Name} ({reason})");
            }
            else if (known.TryGetValue(listed.Id, out var agent))
            {
                Update(agent, listed);
            }
            else
            {
                database.Agents.Add(New(listed));
                result.Added++;
                differences.Add("Added", $"{listed.Name} ({listed.Id})");
            }
        }

        differences.Flush();
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private string? WhyNot(AgentListing listed, bool isKnown) => listed.WhyNot()
        ?? (!Seen.Add(listed.Id) ? $"the id {listed.Id} was listed before in the same answer"
        : !isKnown && listed.ClientId is { } client && clients?.Contains(client) == false ? $"its client {client} was not asked for"
        : null);

    private void Update(RemoteAgent agent, AgentListing listed)
    {
        if (agent.GoneAt is not null)
        {
            agent.GoneAt = null;
            result.Returned++;
            differences.Add("Returned", $"{listed.Name} ({listed.Id})");
        }

        if (agent.ExternalClientId != listed.ClientId)
        {
            result.Moved++;
            differences.Add("Moved", $"{listed.Name} ({listed.Id}) from client {agent.ExternalClientId ?? "none"} to {listed.ClientId ?? "none"}");
            agent.ExternalClientId = listed.ClientId;
        }

        var changes = new List<string>();
        Change("name", agent.Name, listed.Name);
        Change("serial number", agent.SerialNumber, listed.SerialNumber);
        Change("system", agent.OSName, listed.OSName);
        Change("manufacturer", agent.Manufacturer, listed.Manufacturer);
        Change("version", agent.AgentVersion, listed.Version);
        if (changes.Count > 0)
        {
            result.Changed++;
            differences.Add("Changed", $"{listed.Name} ({listed.Id}): {string.Join("; ", changes)}");
        }

        Apply(agent, listed);

        void Change(string field, string? before, string? after)
        {
            if (before != after)
            {
                changes.Add($"{field} {before ?? "none"} -> {after ?? "none"}");
            }
        }
    }

    private RemoteAgent New(AgentListing listed)
    {
        var agent = new RemoteAgent { ProviderLinkId = link, ExternalAgentId = listed.Id, ExternalClientId = listed.ClientId, Name = listed.Name, FirstSeenAt = now };
        Apply(agent, listed);
        return agent;
    }

    // Whether it is online changes all the time and is no difference worth a line.
    private void Apply(RemoteAgent agent, AgentListing listed)
    {
        agent.Name = listed.Name;
        agent.SerialNumber = listed.SerialNumber;
        agent.OSName = listed.OSName;
        agent.Manufacturer = listed.Manufacturer;
        agent.AgentVersion = listed.Version;
        agent.IsBehind = AgentVersions.IsBehind(listed.Version, listed.ClientId is { } client ? latest.GetValueOrDefault(client) : null);
        agent.IsOnline = listed.IsOnline;
        agent.SupportsOnlineStatus = listed.SupportsOnlineStatus;
        agent.SupportsRunningScripts = listed.SupportsRunningScripts;
    }
}
