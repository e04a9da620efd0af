using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Plans a maintenance session and begins it.</summary>
internal sealed class MaintenanceStart(ImmyDbContext database, MaintenanceRunner runner, ILocalSiloDetails silo, TimeProvider time)
{
    /// <summary>Begins one; 202 with its run, or a refusal.</summary>
    public async Task<IResult> StartAsync(Guid id, string causedBy, CancellationToken cancellationToken)
    {
        if (await database.Computers.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken) is not { } computer)
        {
            return ApiProblems.NotFound("computer", id.ToString());
        }

        var running = await database.MaintenanceSessions.AsNoTracking().Where(session => session.ActiveOn == id).Select(static session => (Guid?)session.Id).SingleOrDefaultAsync(cancellationToken);
        if (running is not null)
        {
            return ApiProblems.Conflict(
                "A session goes on already.",
                $"The maintenance session {running} of '{computer.Name}' has not ended. Wait for it, or stop it: POST /api/v1/maintenance-sessions/{running}/cancel.");
        }

        if (await MaintenancePlan.OfAsync(database, computer, cancellationToken) is not { Count: > 0 } actions)
        {
            return ApiProblems.Conflict(
                "There is nothing to do.", $"No deployment applies to '{computer.Name}'{(computer.TenantId is null ? ", which belongs to no tenant" : "")}. Make one for it or for its tenant: POST /api/v1/deployments.");
        }

        var session = new MaintenanceSession
        {
            ComputerId = id,
            ActiveOn = id,
            CausedBy = causedBy,
            Owner = silo.SiloAddress.ToParsableString(),
            CreatedAt = time.GetUtcNow(),
            Actions = [.. actions],
        };
        database.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        var run = runner.Start(session, computer.Name);
        return TypedResults.Accepted($"/api/v1/runs/{run}", new AcceptedSession(run, session.Id));
    }
}
