using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Reads and writes maintenance sessions on behalf of their work, which goes on outside of any request.</summary>
internal sealed class MaintenanceStore(IServiceScopeFactory scopes, ILocalSiloDetails silo, TimeProvider time)
{
    // A session is saved a moment before it begins.
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Marks a session as begun, and reads it.</summary>
    public async Task<MaintenanceSession> BeginAsync(Guid id, Guid run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var session = await database.MaintenanceSessions.Include(static session => session.Actions).SingleAsync(session => session.Id == id);
        (session.State, session.StartedAt, session.RunId) = (WorkState.Running, Now, run);
        await database.SaveChangesAsync();
        return session;
    }

    /// <summary>The provider link that serves an action, as its deployment has it now.</summary>
    public async Task<LinkChoice> ChooseLinkAsync(MaintenanceAction action, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var software = await database.Software.AsNoTracking().Include(static software => software.IntegrationType).SingleOrDefaultAsync(software => software.Id == action.SoftwareId, cancellationToken);
        var chosen = await database.Deployments.AsNoTracking().Where(deployment => deployment.Id == action.DeploymentId).Select(static deployment => deployment.ProviderLinkId).SingleOrDefaultAsync(cancellationToken);
        return software is null
            ? new(null, null, new($"The software '{action.SoftwareName}' is gone.", ""))
            : await LinkChoice.ForAsync(database, software, chosen, action.DeploymentId, cancellationToken);
    }

    /// <summary>Changes an action, here and in the database.</summary>
    public async Task SaveAsync(MaintenanceAction action, Action<MaintenanceAction> change)
    {
        change(action);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var saved = await database.MaintenanceActions.SingleAsync(candidate => candidate.Id == action.Id);
        change(saved);
        await database.SaveChangesAsync();
    }

    /// <summary>Whether a person wants a session stopped.</summary>
    public async Task<bool> IsStopWantedAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceSessions.AnyAsync(session => session.Id == id && session.CancelRequestedAt != null);
    }

    /// <summary>Ends a session; actions that it did not come to are cancelled.</summary>
    public async Task EndAsync(Guid id, WorkState state, string? message)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var session = await database.MaintenanceSessions.Include(static session => session.Actions).SingleAsync(session => session.Id == id);
        End(session, state, message, state == WorkState.Interrupted ? WorkState.Interrupted : WorkState.Cancelled);
        await database.SaveChangesAsync();
    }

    /// <summary>Ends sessions that nobody does any more: their process ended before they did, or could not write down their end.</summary>
    public async Task InterruptAsync(IReadOnlyCollection<string> alive, Func<Guid, bool> isRunningHere, CancellationToken cancellationToken)
    {
        var here = silo.SiloAddress.ToParsableString();
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        foreach (var session in await database.MaintenanceSessions.Include(static session => session.Actions)
            .Where(session => session.ActiveOn != null && (session.Owner == here || !alive.Contains(session.Owner))).ToListAsync(cancellationToken))
        {
            if (session.Owner == here && (isRunningHere(session.Id) || session.CreatedAt > Now - LongestStart))
            {
                continue;
            }

            End(session, WorkState.Interrupted, "The server ended while it went on. Run it again: what is done already is done once more.", WorkState.Interrupted);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private void End(MaintenanceSession session, WorkState state, string? message, WorkState open)
    {
        (session.State, session.Message, session.EndedAt, session.ActiveOn) = (state, message, Now, null);
        foreach (var action in session.Actions.Where(static action => action.State is WorkState.Pending or WorkState.Running))
        {
            (action.State, action.EndedAt) = (open, Now);
        }
    }
}
