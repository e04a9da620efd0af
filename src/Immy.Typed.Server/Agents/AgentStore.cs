using Immy.Typed.Server.Audit;
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

    /// <summary>The remote system does not have it any more, since somebody had it deleted there.</summary>
    public async Task GoneAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var agent = await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Agents.SingleAsync(candidate => candidate.Id == id, cancellationToken);
        agent.GoneAt = time.GetUtcNow();

        // Saves both, in one transaction.
        await scope.ServiceProvider.GetRequiredService<AuditLog>().WriteAsync(Actor.OfWork(), AuditAction.Deleted, Subjects.NameOf(typeof(RemoteAgent)), id, agent.Name, null, cancellationToken);
    }
}
