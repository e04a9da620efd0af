using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary><c>/api/v1/integration-types</c>.</summary>
internal static class IntegrationTypeEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/integration-types").WithTags("Integration types");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetIntegrationType");
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapPut("/{id:guid}", UpdateAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static Task<IResult> ListAsync([AsParameters] PageRequest page, string? name, ImmyDbContext database, CancellationToken cancellationToken)
        => database.IntegrationTypes.AsNoTracking().WhereContains(static type => type.Name, name).PageAsync(
            page, PageOrder<IntegrationType>.ByName(static type => type.Name, static type => type.Id), static type => IntegrationTypeView.Of(type, null, null), cancellationToken);

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(database, id, cancellationToken) is not { } type)
        {
            return ApiProblems.NotFound("integration type", id.ToString());
        }

        ETags.Write(context, type);
        return TypedResults.Ok(IntegrationTypeView.Of(type, type.CurrentScript));
    }

    private static async Task<IResult> CreateAsync(
        SaveIntegrationType save, ImmyDbContext database, ScriptValidator validator, NextVersion next, HttpContext context, CancellationToken cancellationToken)
    {
        if (WhatIsMissing(save) is { } missing)
        {
            return missing;
        }

        if (await database.IntegrationTypes.AnyAsync(type => type.Name == save.Name, cancellationToken))
        {
            return ApiProblems.Taken("name", "integration type", save.Name!);
        }

        var problems = await validator.ValidateAsync(save.Name!, save.Script!, cancellationToken);
        if (problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
        {
            return ApiProblems.Script(problems);
        }

        var type = new IntegrationType { Name = save.Name!, CurrentVersion = 1 };
        type.Versions.Add(next.Version(1, save, context));
        database.Add(type);
        await database.SaveChangesAsync(cancellationToken);
        ETags.Write(context, type);
        return TypedResults.CreatedAtRoute(IntegrationTypeView.Of(type, save.Script, [.. problems.Select(ProblemView.Of)]), "GetIntegrationType", new RouteValueDictionary { ["id"] = type.Id });
    }

    private static async Task<IResult> UpdateAsync(
        Guid id, SaveIntegrationType save, bool? acceptFormChanges, ImmyDbContext database, NextVersion next, HttpContext context, CancellationToken cancellationToken)
    {
        if (WhatIsMissing(save) is { } missing)
        {
            return missing;
        }

        if (await database.IntegrationTypes.Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken) is not { } type)
        {
            return ApiProblems.NotFound("integration type", id.ToString());
        }

        if (ETags.WhyNot(context, type, "integration type") is { } refusal)
        {
            return refusal;
        }

        return await database.IntegrationTypes.AnyAsync(other => other.Name == save.Name && other.Id != id, cancellationToken)
            ? ApiProblems.Taken("name", "integration type", save.Name!)
            : await next.SaveAsync(type, save, acceptFormChanges ?? false, context, cancellationToken);
    }

    private static Task<IntegrationType?> FindAsync(ImmyDbContext database, Guid id, CancellationToken cancellationToken)
        => database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken);

    private static IResult? WhatIsMissing(SaveIntegrationType save)
        => string.IsNullOrWhiteSpace(save.Name) ? ApiProblems.Field("name", "The integration type needs a name.")
            : save.Name.Length > 100 ? ApiProblems.Field("name", $"The name has {save.Name.Length} characters; at most 100 are allowed.")
            : string.IsNullOrWhiteSpace(save.Script) ? ApiProblems.Field("script", "The integration type needs a script.")
            : null;
}
