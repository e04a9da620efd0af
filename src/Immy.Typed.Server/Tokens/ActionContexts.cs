using Immy.Typed.Actions;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Tokens;

/// <summary>
/// Finds what an action's script needs for its tokens: the tenant's client and the computer's agent in the remote system.
/// For whatever is missing it says what to set and where.
/// </summary>
internal sealed class ActionContexts(IServiceScopeFactory scopes, IEndpointCommandRunner computers)
{
    /// <summary>The context of an action.</summary>
    /// <param name="computer">The computer, with its tenant.</param>
    /// <param name="link">The provider link that serves the action; null when there is none.</param>
    /// <param name="whyNoLink">Why there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ActionContext> OfAsync(Computer computer, LiveLink? link, ActionLack? whyNoLink, CancellationToken cancellationToken)
    {
        var context = new ActionContext { Computer = new EndpointComputer(computer, computers), WhyNoIntegration = whyNoLink };
        if (link is null)
        {
            return context;
        }

        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var (client, whyNoClient) = await ClientAsync(database, computer, link, cancellationToken);
        var (agent, whyNoAgent) = await AgentAsync(database, computer, link, cancellationToken);
        return context with { Integration = link.Integration, ExternalClientId = client, WhyNoClient = whyNoClient, ExternalAgentId = agent, WhyNoAgent = whyNoAgent };
    }

    private static async Task<(string? Client, ActionLack? Why)> ClientAsync(ImmyDbContext database, Computer computer, LiveLink link, CancellationToken cancellationToken)
    {
        if (computer.TenantId is not { } tenant)
        {
            return (null, new($"The computer '{computer.Name}' belongs to no tenant.", $"Set its tenant: PUT /api/v1/computers/{computer.Id} with tenantId."));
        }

        return await TenantClients.FindAsync(database, link.Id, link.Name, tenant, computer.Tenant!.Name, cancellationToken);
    }

    private static async Task<(string? Agent, ActionLack? Why)> AgentAsync(ImmyDbContext database, Computer computer, LiveLink link, CancellationToken cancellationToken)
    {
        var agents = await database.Agents.AsNoTracking()
            .Where(agent => agent.ProviderLinkId == link.Id && agent.ComputerId == computer.Id && agent.GoneAt == null)
            .OrderBy(static agent => agent.Name).Select(static agent => new { agent.ExternalAgentId, agent.Name }).ToListAsync(cancellationToken);
        return agents switch
        {
            [var only] => (only.ExternalAgentId, null),
            [] => (null, new(
                $"The computer '{computer.Name}' is linked to no agent of the provider link '{link.Name}'.",
                "Link one: PUT /api/v1/agents/{agent}/computer, or wait until a sync has listed it and identification has linked it.")),
            _ => (null, new(
                $"The computer '{computer.Name}' is linked to {agents.Count} agents of the provider link '{link.Name}': {string.Join(", ", agents.Select(static agent => $"'{agent.Name}' ({agent.ExternalAgentId})"))}.",
                "Keep one of them: unlink the others with PUT /api/v1/agents/{agent}/computer and computerId null.")),
        };
    }
}
