using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>The tenants that agents of a provider link belong to by their clients: another tenant's computer is never an agent's own.</summary>
internal sealed class AgentTenants
{
    // Each client with its tenant, null where it is not mapped; empty when the remote system has no clients.
    private readonly Dictionary<string, Guid?> _byClient;

    private AgentTenants(Dictionary<string, Guid?> byClient) => _byClient = byClient;

    public static async Task<AgentTenants> ReadAsync(ImmyDbContext database, Guid link, CancellationToken cancellationToken)
        => new(await database.Clients.Where(client => client.ProviderLinkId == link).ToDictionaryAsync(static client => client.ExternalClientId, static client => client.TenantId, cancellationToken));

    /// <summary>True when both belong to one tenant, or the remote system knows no clients. While a client is not mapped, its agents wait.</summary>
    public bool Agree(RemoteAgent agent, Computer computer) => _byClient.Count == 0 || (TenantOf(agent) is { } tenant && computer.TenantId == tenant);

    /// <summary>True when each belongs to a tenant, and these are not the same.</summary>
    public bool Contradict(RemoteAgent agent, Computer computer) => TenantOf(agent) is { } tenant && computer.TenantId is { } other && other != tenant;

    private Guid? TenantOf(RemoteAgent agent) => agent.ExternalClientId is { } client ? _byClient.GetValueOrDefault(client) : null;
}
