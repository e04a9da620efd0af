using System.Linq.Expressions;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;

namespace Immy.Typed.Server.Agents;

/// <summary>Agents as they are asked for.</summary>
internal static class AgentQueries
{
    public static PageOrder<RemoteAgent> Order { get; } = PageOrder<RemoteAgent>.ByName(static agent => agent.Name, static agent => agent.Id);

    /// <summary>Those that fit the filter.</summary>
    public static IQueryable<RemoteAgent> Where(this IQueryable<RemoteAgent> agents, AgentFilter filter, ImmyDbContext database)
    {
        agents = filter.ProviderLinkId is { } link ? agents.Where(agent => agent.ProviderLinkId == link) : agents;
        agents = filter.ClientId is { } client ? agents.Where(agent => agent.ExternalClientId == client) : agents;
        agents = filter.ComputerId is { } computer ? agents.Where(agent => agent.ComputerId == computer) : agents;
        agents = filter.Online is { } online ? agents.Where(agent => agent.SupportsOnlineStatus && agent.IsOnline == online) : agents;
        agents = filter.Behind is { } behind ? agents.Where(agent => agent.GoneAt == null && agent.IsBehind == behind) : agents;
        agents = filter.TenantId is { } tenant
            ? agents.Where(agent => database.Clients.Any(mapped => mapped.ProviderLinkId == agent.ProviderLinkId && mapped.ExternalClientId == agent.ExternalClientId && mapped.TenantId == tenant))
            : agents;
        agents = filter.State switch
        {
            AgentState.Pending => agents.Where(static agent => agent.GoneAt == null && agent.ComputerId == null && agent.NeedsPerson == null),
            AgentState.NeedsPerson => agents.Where(static agent => agent.GoneAt == null && agent.ComputerId == null && agent.NeedsPerson != null),
            AgentState.Linked => agents.Where(static agent => agent.GoneAt == null && agent.ComputerId != null),
            AgentState.Gone => agents.Where(static agent => agent.GoneAt != null),
            _ => agents,
        };
        return agents.WhereContains(static agent => agent.Name, filter.Name);
    }

    /// <summary>How the API shows an agent.</summary>
    public static Expression<Func<RemoteAgent, AgentView>> View(ImmyDbContext database) => agent => new AgentView(
        agent.Id,
        agent.ProviderLinkId,
        agent.ExternalAgentId,
        agent.ExternalClientId,
        database.Clients.Where(client => client.ProviderLinkId == agent.ProviderLinkId && client.ExternalClientId == agent.ExternalClientId).Select(static client => client.TenantId).FirstOrDefault(),
        agent.Name,
        agent.SerialNumber,
        agent.OSName,
        agent.Manufacturer,
        agent.AgentVersion,
        database.Clients.Where(client => client.ProviderLinkId == agent.ProviderLinkId && client.ExternalClientId == agent.ExternalClientId).Select(static client => client.LatestAgentVersion).FirstOrDefault(),
        agent.GoneAt == null ? agent.IsBehind : null,
        agent.SupportsOnlineStatus ? agent.IsOnline : null,
        agent.SupportsRunningScripts,
        agent.GoneAt != null ? AgentState.Gone : agent.ComputerId != null ? AgentState.Linked : agent.NeedsPerson != null ? AgentState.NeedsPerson : AgentState.Pending,
        agent.NeedsPerson,
        agent.ComputerId,
        agent.Computer!.Name,
        agent.FirstSeenAt,
        agent.GoneAt);
}
