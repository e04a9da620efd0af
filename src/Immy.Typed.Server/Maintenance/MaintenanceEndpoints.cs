using System.Linq.Expressions;
using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary><c>/api/v1/maintenance-sessions</c>, and where they begin: <c>/api/v1/computers/{id}/maintenance-sessions</c>.</summary>
internal static class MaintenanceEndpoints
{
    private static readonly Expression<Func<MaintenanceSession, MaintenanceSessionView>> View = static session => new MaintenanceSessionView(
        session.Id, session.ComputerId, session.Computer!.Name, session.State, session.CausedBy, session.CreatedAt, session.StartedAt, session.EndedAt, session.RunId, session.Message, null);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/computers/{computer:guid}/maintenance-sessions", StartAsync).WithTags("Maintenance").RequireAuthorization(nameof(Role.Operator));
        var group = api.MapGroup("/maintenance-sessions").WithTags("Maintenance");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/{id:guid}/run-again", RunAgainAsync).RequireAuthorization(nameof(Role.Operator));
        group.MapPost("/{id:guid}/cancel", CancelAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, Guid? computerId, WorkState? state, ImmyDbContext database, CancellationToken cancellationToken)
    {
        var sessions = database.MaintenanceSessions.AsNoTracking();
        sessions = computerId is { } computer ? sessions.Where(session => session.ComputerId == computer) : sessions;
        sessions = state is { } stands ? sessions.Where(session => session.State == stands) : sessions;
        return sessions.PageAsync(page, PageOrder<MaintenanceSession>.Newest(static session => session.Id), View, cancellationToken);
    }

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, CancellationToken cancellationToken)
    {
        if (await database.MaintenanceSessions.AsNoTracking().Where(session => session.Id == id).Select(View).SingleOrDefaultAsync(cancellationToken) is not { } session)
        {
            return ApiProblems.NotFound("maintenance session", id.ToString());
        }

        var actions = await database.MaintenanceActions.AsNoTracking().Where(action => action.SessionId == id).OrderBy(static action => action.Number).ToListAsync(cancellationToken);
        return TypedResults.Ok(session with { Actions = [.. actions.Select(MaintenanceActionView.Of)] });
    }

    private static async Task<IResult> RunAgainAsync(Guid id, ImmyDbContext database, MaintenanceStart start, HttpContext context, CancellationToken cancellationToken)
        => await database.MaintenanceSessions.AsNoTracking().Where(session => session.Id == id).Select(static session => (Guid?)session.ComputerId).SingleOrDefaultAsync(cancellationToken) is { } computer
            ? await StartAsync(computer, start, context, cancellationToken)
            : ApiProblems.NotFound("maintenance session", id.ToString());

    private static Task<IResult> StartAsync(Guid computer, MaintenanceStart start, HttpContext context, CancellationToken cancellationToken)
        => start.StartAsync(computer, context.User.Identity!.Name!, cancellationToken);

    private static async Task<IResult> CancelAsync(Guid id, ImmyDbContext database, RunLog runs, AuditLog audit, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.MaintenanceSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken) is not { } session)
        {
            return ApiProblems.NotFound("maintenance session", id.ToString());
        }

        if (session.ActiveOn is null)
        {
            return ApiProblems.Conflict("The session has ended.", $"The maintenance session {id} has ended already: {session.State}. There is nothing to stop.");
        }

        await audit.WriteAsync(Actor.Of(context)!, AuditAction.Stopped, Subjects.NameOf(typeof(MaintenanceSession)), id, null, null, cancellationToken);
        await database.MaintenanceSessions.Where(candidate => candidate.Id == id).ExecuteUpdateAsync(update => update.SetProperty(static candidate => candidate.CancelRequestedAt, time.GetUtcNow()), cancellationToken);

        // At once where it runs here; another machine sees the wish within a second.
        if (session.RunId is { } run)
        {
            await runs.StopAsync(run);
        }

        return TypedResults.Accepted($"/api/v1/maintenance-sessions/{id}", new AcceptedSession(session.RunId ?? Guid.Empty, id));
    }
}
