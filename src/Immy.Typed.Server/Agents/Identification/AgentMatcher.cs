using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Links pending agents of a provider link to computers: by what inventory scripts found, then by serial number. What is not clear goes to a person.</summary>
internal sealed class AgentMatcher(IServiceScopeFactory scopes)
{
    /// <summary>Links what can be linked; the run says what and why.</summary>
    /// <returns>How many agents were linked.</returns>
    public async Task<int> MatchAsync(Guid link, RunScope run, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var pending = await database.Agents.Where(agent => agent.ProviderLinkId == link && agent.GoneAt == null && agent.ComputerId == null && agent.NeedsPerson == null).OrderBy(static agent => agent.Name).ToListAsync(cancellationToken);
        if (pending.Count == 0)
        {
            return 0;
        }

        var tenants = await AgentTenants.ReadAsync(database, link, cancellationToken);
        await ByInventoryAsync(database, link, pending, tenants, run, cancellationToken);
        await BySerialAsync(database, link, pending, tenants, run, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return pending.Count(static agent => agent.ComputerId is not null);
    }

    private static async Task ByInventoryAsync(ImmyDbContext database, Guid link, List<RemoteAgent> pending, AgentTenants tenants, RunScope run, CancellationToken cancellationToken)
    {
        var found = (await database.Inventories.Where(inventory => inventory.ProviderLinkId == link && inventory.ExternalAgentId != null)
            .Join(database.Computers, static inventory => inventory.ComputerId, static computer => computer.Id, static (inventory, computer) => new { Id = inventory.ExternalAgentId!, Computer = computer })
            .AsNoTracking().ToListAsync(cancellationToken)).ToLookup(static inventory => inventory.Id, static inventory => inventory.Computer, StringComparer.OrdinalIgnoreCase);
        foreach (var agent in pending)
        {
            var computers = found[agent.ExternalAgentId].ToList();
            if (computers.Count == 1 && tenants.Contradict(agent, computers[0]))
            {
                Ask(agent, $"Its id was found on {computers[0].Name}, but that computer belongs to another tenant than its client {agent.ExternalClientId}. Map the client or move the computer if one of them is wrong, and say which computer it is.", run);
            }
            else if (computers.Count == 1)
            {
                Link(agent, computers[0], "the id that was found on it", run);
            }
            else if (computers.Count > 1)
            {
                Ask(agent, $"Its id was found on several computers: {Names(computers)}. Say which one it is.", run);
            }
        }
    }

    private static async Task BySerialAsync(ImmyDbContext database, Guid link, List<RemoteAgent> pending, AgentTenants tenants, RunScope run, CancellationToken cancellationToken)
    {
        var open = pending.Where(static agent => agent is { ComputerId: null, NeedsPerson: null } && SerialNumbers.KeyOf(agent.SerialNumber) is not null).ToLookup(static agent => SerialNumbers.KeyOf(agent.SerialNumber)!);
        var taken = await database.Agents.Where(agent => agent.ProviderLinkId == link && agent.GoneAt == null && agent.ComputerId != null).Select(static agent => new { Computer = agent.ComputerId!.Value, agent.Name }).ToListAsync(cancellationToken);
        var takenBy = taken.ToLookup(static agent => agent.Computer, static agent => agent.Name);
        foreach (var serials in open.Select(static agents => agents.Key).Chunk(500))
        {
            var computers = (await database.Computers.AsNoTracking().Where(computer => serials.Contains(computer.SerialKey!)).ToListAsync(cancellationToken)).ToLookup(static computer => computer.SerialKey!);
            foreach (var serial in serials)
            {
                var agents = open[serial].ToList();
                foreach (var agent in agents)
                {
                    Decide(agent, agents, [.. computers[serial].Where(computer => tenants.Agree(agent, computer))], takenBy, run);
                }
            }
        }
    }

    private static void Decide(RemoteAgent agent, List<RemoteAgent> alike, List<Computer> candidates, ILookup<Guid, string> takenBy, RunScope run)
    {
        if (candidates.Count == 0)
        {
            return;
        }

        if (alike.Count > 1)
        {
            Ask(agent, $"{alike.Count} agents have the serial number {agent.SerialNumber}: {string.Join(", ", alike.Select(static other => other.Name))}. Say which one runs on {Names(candidates)}.", run);
        }
        else if (candidates.Count > 1)
        {
            Ask(agent, $"Several computers have the serial number {agent.SerialNumber}: {Names(candidates)}. Say which one it is.", run);
        }
        else if (takenBy[candidates[0].Id].FirstOrDefault() is { } other)
        {
            Ask(agent, $"The computer {candidates[0].Name} has its serial number {agent.SerialNumber}, but another agent, {other}, is linked to it. Say which one it is.", run);
        }
        else
        {
            Link(agent, candidates[0], $"the serial number {agent.SerialNumber}", run);
        }
    }

    private static void Link(RemoteAgent agent, Computer computer, string reason, RunScope run)
    {
        agent.ComputerId = computer.Id;
        run.Note(RunEventKind.Difference, $"Linked: {agent.Name} ({agent.ExternalAgentId}) to {computer.Name}, by {reason}");
    }

    private static void Ask(RemoteAgent agent, string why, RunScope run)
    {
        agent.NeedsPerson = why;
        run.Note(RunEventKind.Difference, $"Needs a person: {agent.Name} ({agent.ExternalAgentId}). {why}");
    }

    private static string Names(IEnumerable<Computer> computers) => string.Join(", ", computers.Select(static computer => computer.Name).Order(StringComparer.Ordinal));
}
