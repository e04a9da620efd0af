using Immy.Typed.Server.Computers;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Finds out which computers the agents of a provider link run on.</summary>
internal sealed class Identification(IServiceScopeFactory scopes, InventoryTaker inventories, AgentMatcher matcher, RunLog runs, TimeProvider time)
{
    /// <summary>Looks at the computers whose time has come, and links agents. Writes no run when there is nothing to do.</summary>
    public async Task RunAsync(LiveLink link, CancellationToken cancellationToken)
    {
        using var alone = await link.AloneAsync("identification", cancellationToken);
        var due = (object)link.Integration is ISupportsInventoryIdentification ? await DueAsync(link.Id, cancellationToken) : [];
        if (due.Count == 0 && !await HasPendingAsync(link.Id, cancellationToken))
        {
            return;
        }

        await IdentifyAsync(link, due, "job", cancellationToken);
    }

    /// <summary>Looks at one computer now.</summary>
    public async Task<Guid> RunAsync(LiveLink link, Guid computer, string causedBy, CancellationToken cancellationToken)
    {
        using var alone = await link.AloneAsync("identification", cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Computers.AsNoTracking().Where(candidate => candidate.Id == computer).ToListAsync(cancellationToken);
        return await IdentifyAsync(link, found, causedBy, cancellationToken);
    }

    private Task<Guid> IdentifyAsync(LiveLink link, IReadOnlyList<Computer> computers, string causedBy, CancellationToken cancellationToken)
        => runs.DoAsync(RunKind.Identification, $"Identification of the agents of {link.Name}", link.Id, causedBy, async run =>
        {
            if (computers.Count > 0)
            {
                await inventories.TakeAsync(link, computers, run, cancellationToken);
            }

            run.Count(await matcher.MatchAsync(link.Id, run, cancellationToken));
            return run.Id;
        });

    // Computers of tenants that a client of the link is mapped to; without clients, all.
    private async Task<IReadOnlyList<Computer>> DueAsync(Guid link, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var now = time.GetUtcNow();
        var hasClients = await database.Clients.AnyAsync(client => client.ProviderLinkId == link, cancellationToken);
        return await database.Computers.AsNoTracking()
            .Where(computer => !hasClients || database.Clients.Any(client => client.ProviderLinkId == link && client.TenantId != null && client.TenantId == computer.TenantId))
            .Where(computer => !database.Inventories.Any(inventory => inventory.ComputerId == computer.Id && inventory.ProviderLinkId == link && inventory.DueAt > now))
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> HasPendingAsync(Guid link, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Agents.AnyAsync(
            agent => agent.ProviderLinkId == link && agent.GoneAt == null && agent.ComputerId == null && agent.NeedsPerson == null, cancellationToken);
    }
}
