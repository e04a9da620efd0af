using System.Runtime.CompilerServices;
using Immy.Typed.Providers;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Providers;

/// <summary>
/// The provider links as scripts see them. It reads the database each time and keeps nothing, so what is saved on any machine of the
/// cluster is seen at once.
/// </summary>
internal sealed class ProviderDirectory(IServiceScopeFactory scopes) : IProviderDirectory
{
    // No connection stays open while a script works on what it got so far.
    private const int Batch = 500;

    public async Task<IReadOnlyList<ProviderInfo>> FindAsync(string? name, string? providerLinkId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.AsNoTracking().Include(static link => link.IntegrationType);
        if (providerLinkId is not null)
        {
            return Guid.TryParse(providerLinkId, out var id) ? Views(await links.Where(link => link.Id == id).ToListAsync(cancellationToken)) : [];
        }

        // Databases lower letters each by their own rules; the names of all links are few.
        var ids = (await links.Select(static link => new { link.Id, link.Name }).ToListAsync(cancellationToken))
            .Where(link => link.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static link => link.Id).ToList();
        return ids.Count == 0 ? [] : Views(await links.Where(link => ids.Contains(link.Id)).OrderBy(static link => link.Name).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<string>> GetNamesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.OrderBy(static link => link.Name).Select(static link => link.Name).ToListAsync(cancellationToken);
    }

    public async IAsyncEnumerable<IProviderAgentDetails> GetAgentsAsync(string providerLinkId, string? agentId, string? clientId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var link = Guid.Parse(providerLinkId);
        var last = "";
        while (true)
        {
            var agents = await ReadAsync(link, agentId?.ToLowerInvariant(), clientId?.ToLowerInvariant(), last, cancellationToken);
            foreach (var agent in agents)
            {
                yield return AgentRecords.Of(agent);
            }

            if (agents.Count < Batch)
            {
                yield break;
            }

            last = agents[^1].ExternalAgentId;
        }
    }

    private async Task<IReadOnlyList<RemoteAgent>> ReadAsync(Guid link, string? agentId, string? clientId, string after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
#pragma warning disable CA1304, CA1309, CA1311, CA1862 // A database compares by rules of its own, and cannot be told others.
        var agents = scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Agents.AsNoTracking()
            .Where(agent => agent.ProviderLinkId == link && agent.GoneAt == null && string.Compare(agent.ExternalAgentId, after) > 0);
        agents = agentId is null ? agents : agents.Where(agent => agent.ExternalAgentId.ToLower() == agentId);
        agents = clientId is null ? agents : agents.Where(agent => agent.ExternalClientId!.ToLower() == clientId);
#pragma warning restore CA1304, CA1309, CA1311, CA1862
        return await agents.OrderBy(static agent => agent.ExternalAgentId).Take(Batch).ToListAsync(cancellationToken);
    }

    private static IReadOnlyList<ProviderInfo> Views(IEnumerable<ProviderLink> links)
        => [.. links.Select(static link => new ProviderInfo(link.Id.ToString(), link.Name, link.IntegrationType!.Name, LinkValues.ToScript(LinkSecrets.PlainOf(link))))];
}
