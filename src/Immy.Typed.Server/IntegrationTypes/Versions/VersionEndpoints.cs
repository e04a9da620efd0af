using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary><c>/api/v1/integration-types/{id}/versions</c>, and the check of a version that is not saved yet.</summary>
internal static class VersionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/integration-types/{id:guid}").WithTags("Integration types");
        group.MapGet("/versions", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/versions/{number:int}", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/versions/{number:int}/diff/{other:int}", DiffAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/versions/{number:int}/rollback", RollBackAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapPost("/check", CheckAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static async Task<IResult> ListAsync(Guid id, [AsParameters] PageRequest page, ImmyDbContext database, CancellationToken cancellationToken)
        => await database.IntegrationTypes.AnyAsync(type => type.Id == id, cancellationToken)
            ? await database.Set<IntegrationTypeVersion>().AsNoTracking().Where(version => version.IntegrationTypeId == id).PageAsync(
                page,
                PageOrder<IntegrationTypeVersion>.Newest(static version => version.Number),
                static version => new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, null),
                cancellationToken)
            : NoType(id);

    private static async Task<IResult> GetAsync(Guid id, int number, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindAsync(id, number, database, cancellationToken) is { } version
            ? TypedResults.Ok(new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, version.Script))
            : NoVersion(id, number);

    private static async Task<IResult> DiffAsync(Guid id, int number, int other, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindAsync(id, number, database, cancellationToken) is not { } before ? NoVersion(id, number)
            : await FindAsync(id, other, database, cancellationToken) is not { } after ? NoVersion(id, other)
            : ScriptDiff.Of(
                await database.IntegrationTypes.Where(type => type.Id == id).Select(static type => type.Name).SingleAsync(cancellationToken) + ".ps1",
                (number, before.Script),
                (other, after.Script));

    private static async Task<IResult> RollBackAsync(
        Guid id, int number, RollBack? rollBack, bool? acceptFormChanges, ImmyDbContext database, NextVersion next, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.IntegrationTypes.Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken) is not { } type)
        {
            return NoType(id);
        }

        if (ETags.WhyNot(context, type, "integration type") is { } refusal)
        {
            return refusal;
        }

        var version = type.Versions.SingleOrDefault(version => version.Number == number);
        return version is null
            ? NoVersion(id, number)
            : await next.SaveAsync(type, new SaveIntegrationType(type.Name, version.Script, rollBack?.Note ?? $"Back to version {number}."), acceptFormChanges ?? false, context, cancellationToken);
    }

    private static async Task<IResult> CheckAsync(
        Guid id, CheckScript check, ImmyDbContext database, ScriptValidator validator, FormChanges changes, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(check.Script))
        {
            return ApiProblems.Field("script", "The integration type needs a script.");
        }

        if (await database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken) is not { } type)
        {
            return NoType(id);
        }

        var problems = await validator.ValidateAsync(type.Name, check.Script, cancellationToken);
        var loads = problems.All(static problem => problem.Severity != ProblemSeverity.Error);
        return TypedResults.Ok(new ScriptCheck(loads, [.. problems.Select(ProblemView.Of)], loads ? await changes.FindAsync(type, check.Script, cancellationToken) : []));
    }

    private static Task<IntegrationTypeVersion?> FindAsync(Guid id, int number, ImmyDbContext database, CancellationToken cancellationToken)
        => database.Set<IntegrationTypeVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.IntegrationTypeId == id && version.Number == number, cancellationToken);

    private static IResult NoType(Guid id) => ApiProblems.NotFound("integration type", id.ToString());

    private static IResult NoVersion(Guid id, int number) => ApiProblems.NotFound("version", $"{number} of the integration type {id}");
}
