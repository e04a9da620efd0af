using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>
/// Puts the agents of a computer into maintenance mode and out of it. It is written down before an agent is asked, and
/// forgotten once the mode has ended, so that no failure, stop or restart leaves an agent quiet.
/// </summary>
internal sealed class MaintenanceModes(IServiceScopeFactory scopes, LinkCalls calls)
{
    /// <summary>Begins it for every agent whose provider link has the mode. What fails is told in the run, and the session goes on.</summary>
    public async Task BeginAsync(MaintenanceSession session, TimeSpan duration, RunScope run, CancellationToken cancellationToken)
    {
        foreach (var hold in await WriteDownAsync(session, cancellationToken))
        {
            var (link, name) = (hold.Agent!.ProviderLinkId, hold.Agent.Name);
            try
            {
                if (!await calls.AskAsync(link, new SwitchMaintenanceMode(hold.AgentId, duration, session.CausedBy, run.Id), cancellationToken))
                {
                    await ForgetAsync(hold.Id);
                    continue;
                }

                run.Note(RunEventKind.Note, $"The agent '{name}' is in maintenance mode.");
            }
            catch (LinkUnavailableException exception) when (exception.Reason != LinkUnavailability.Stopping)
            {
                await ForgetAsync(hold.Id);
                run.Note(RunEventKind.Warning, $"The agent '{name}' is not put into maintenance mode: {exception.Message}");
            }
            catch (Exception exception) when (exception is LinkCallException or LinkUnavailableException)
            {
                // It may have begun all the same, so it is ended as if it had.
                run.Note(RunEventKind.Warning, $"The agent '{name}' could not be put into maintenance mode: {exception.Message}");
            }
        }
    }

    /// <summary>Ends it for every agent of a session; what could not be ended is said, one line each, and tried again later.</summary>
    public async Task<IReadOnlyList<string>> EndAsync(Guid session, string causedBy, Guid? run, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var hold in await ReadAsync(holds => holds.Where(hold => hold.SessionId == session), cancellationToken))
        {
            if (await EndAsync(hold, causedBy, run, cancellationToken) is { } error)
            {
                failed.Add($"Maintenance mode of the agent '{hold.Agent!.Name}' could not be ended, and is tried again each minute: {error}");
            }
        }

        return failed;
    }

    /// <summary>Ends what sessions left behind that have ended.</summary>
    public async Task EndLeftAsync(CancellationToken cancellationToken)
    {
        foreach (var hold in await ReadAsync(static holds => holds.Where(static hold => hold.Session!.ActiveOn == null), cancellationToken))
        {
            await EndAsync(hold, "job", run: null, cancellationToken);
        }
    }

    // Null when the mode has ended.
    private async Task<string?> EndAsync(MaintenanceHold hold, string causedBy, Guid? run, CancellationToken cancellationToken)
    {
        try
        {
            await calls.AskAsync(hold.Agent!.ProviderLinkId, new SwitchMaintenanceMode(hold.AgentId, Duration: null, causedBy, run), cancellationToken);
            await ForgetAsync(hold.Id);
            return null;
        }
        catch (LinkUnavailableException exception) when (exception.Reason == LinkUnavailability.Gone)
        {
            await ForgetAsync(hold.Id);
            return null;
        }
        catch (Exception exception) when (exception is LinkUnavailableException or LinkCallException)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceHolds.Where(kept => kept.Id == hold.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(static kept => kept.LastError, RunText.Of(exception.Message)), cancellationToken);
            return exception.Message;
        }
    }

    private async Task<IReadOnlyList<MaintenanceHold>> WriteDownAsync(MaintenanceSession session, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
            var agents = await database.Agents.AsNoTracking()
                .Where(agent => agent.ComputerId == session.ComputerId && agent.GoneAt == null && database.ProviderLinks.Any(link => link.Id == agent.ProviderLinkId && link.IsEnabled))
                .Select(static agent => agent.Id).ToListAsync(cancellationToken);
            database.AddRange(agents.Select(agent => new MaintenanceHold { SessionId = session.Id, AgentId = agent }));
            await database.SaveChangesAsync(cancellationToken);
        }

        return await ReadAsync(holds => holds.Where(hold => hold.SessionId == session.Id), cancellationToken);
    }

    private async Task<IReadOnlyList<MaintenanceHold>> ReadAsync(Func<IQueryable<MaintenanceHold>, IQueryable<MaintenanceHold>> which, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await which(scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceHolds.AsNoTracking().Include(static hold => hold.Agent)).ToListAsync(cancellationToken);
    }

    private async Task ForgetAsync(Guid hold)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceHolds.Where(kept => kept.Id == hold).ExecuteDeleteAsync();
    }
}
