using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Agents;

/// <summary>Reads and writes an agent outside of a request.</summary>
internal sealed class AgentStore(IServiceScopeFactory scopes, TimeProvider time)
{
    public async Task<RemoteAgent> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Agents.AsNoTracking().SingleAsync(agent => agent.Id == id, cancellationToken);
    }

    /// <summary>The remote system does not have it any more.</summary>
    public async Task GoneAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Agents.Where(agent => agent.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(static agent => agent.GoneAt, time.GetUtcNow()), cancellationToken);
    }
}
