using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Cluster;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Runs;

/// <summary><c>/api/v1/runs</c>.</summary>
internal static class RunEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/runs").WithTags("Runs");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetRun");
        group.MapGet("/{id:guid}/events", FollowAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/{id:guid}/cancel", CancelAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] PageRequest page, Guid? providerLinkId, Guid? parentId, RunKind? kind, RunState? state, ImmyDbContext database, RunWriter writer, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        var runs = database.Runs.AsNoTracking();
        runs = providerLinkId is { } link ? runs.Where(run => run.ProviderLinkId == link) : runs;
        runs = parentId is { } parent ? runs.Where(run => run.ParentId == parent) : runs;
        runs = kind is { } wanted ? runs.Where(run => run.Kind == wanted) : runs;
        runs = state is { } stands ? runs.InState(stands) : runs;
        return await runs.PageAsync(page, PageOrder<Run>.Newest(static run => run.Id), static run => RunView.Of(run), cancellationToken);
    }

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, RunWriter writer, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        return await database.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is { } run
            ? TypedResults.Ok(RunView.Of(run))
            : ApiProblems.NotFound("run", id.ToString());
    }

    // As server-sent events while it goes on and after: a browser that lost the connection asks again with Last-Event-ID.
    private static async Task<IResult> FollowAsync(Guid id, HttpContext context, ImmyDbContext database, RunWriter writer, RunEvents events, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        if (!await database.Runs.AnyAsync(run => run.Id == id, cancellationToken))
        {
            return ApiProblems.NotFound("run", id.ToString());
        }

        _ = long.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), out var after);
        return new EventStream(events.FollowAsync(id, after, cancellationToken));
    }

    // At whichever machine it goes on.
    private static async Task<IResult> CancelAsync(
        Guid id, RunWriter writer, LivingMachines machines, IGrainFactory grains, AuditLog audit, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        if (await database.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is not { } run)
        {
            return ApiProblems.NotFound("run", id.ToString());
        }

        if (run.EndedAt is not null)
        {
            return ApiProblems.Conflict("The run cannot be stopped.", $"The run {id} has ended already: {run.State}. There is nothing to stop.");
        }

        if (!(await machines.ReadAsync(cancellationToken)).Contains(run.Owner))
        {
            return ApiProblems.Conflict("The run cannot be stopped.", $"The machine {run.Owner}, where the run {id} went on, is gone. Within a minute the run is marked as interrupted; there is nothing to stop.");
        }

        if (!await grains.GetGrain<IMachineGrain>(run.Owner).StopRunAsync(id))
        {
            return ApiProblems.Conflict("The run cannot be stopped.", $"The run {id} is a part of another one, is waited for by whoever asked, or has just ended. Only work that was begun by a request that answered 202 can be stopped; otherwise stop the run that it is a part of, or hang up.");
        }

        await audit.WriteAsync(Actor.Of(context)!, AuditAction.Stopped, "run", id, run.Name, null, cancellationToken);
        return RunResults.Accepted(id);
    }
}
