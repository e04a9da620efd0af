using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Modules;

/// <summary><c>/api/v1/module-scripts/{name}/versions</c>.</summary>
internal static class ModuleVersionEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{name}/versions", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{name}/versions/{number:int}", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{name}/versions/{number:int}/diff/{other:int}", DiffAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/{name}/versions/{number:int}/rollback", RollBackAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static async Task<IResult> ListAsync(string name, [AsParameters] PageRequest page, ImmyDbContext database, ModuleScripts modules, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return await database.Set<StoredModule>().AnyAsync(module => module.Key == key, cancellationToken)
            ? await database.Set<StoredModuleVersion>().AsNoTracking().Where(version => version.ModuleKey == key).PageAsync(
                page,
                PageOrder<StoredModuleVersion>.Newest(static version => version.Number),
                static version => new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, null),
                cancellationToken)
            : await UnsavedAsync(name, modules, cancellationToken);
    }

    private static async Task<IResult> GetAsync(string name, int number, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindAsync(database, name, number, cancellationToken) is { } version
            ? TypedResults.Ok(new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, version.Script))
            : NoVersion(name, number);

    private static async Task<IResult> DiffAsync(string name, int number, int other, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindAsync(database, name, number, cancellationToken) is not { } before ? NoVersion(name, number)
            : await FindAsync(database, name, other, cancellationToken) is not { } after ? NoVersion(name, other)
            : ScriptDiff.Of(name + ".psm1", (number, before.Script), (other, after.Script));

    private static async Task<IResult> RollBackAsync(
        string name, int number, RollBack? rollBack, bool? acceptBrokenScripts, ImmyDbContext database, ModuleScripts modules, NextModuleVersion next, HttpContext context, CancellationToken cancellationToken)
    {
        if (await ModuleEndpoints.FindAsync(database.Set<StoredModule>(), name, cancellationToken) is not { } module)
        {
            return await UnsavedAsync(name, modules, cancellationToken);
        }

        return ETags.WhyNot(context, module, "module script") is { } refusal ? refusal
            : module.Versions.Find(version => version.Number == number) is not { } version ? NoVersion(name, number)
            : await next.SaveAsync(module.Name, module, new SaveModule(version.Script, rollBack?.Note ?? $"Back to version {number}."), acceptBrokenScripts ?? false, context, cancellationToken);
    }

    private static Task<StoredModuleVersion?> FindAsync(ImmyDbContext database, string name, int number, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return database.Set<StoredModuleVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ModuleKey == key && version.Number == number, cancellationToken);
    }

    private static async Task<IResult> UnsavedAsync(string name, ModuleScripts modules, CancellationToken cancellationToken)
        => modules.Bundled.Find(name) is { } bundled
            ? ApiProblems.NotFound("version", $"of the module script '{bundled.Name}'", "It comes along with the server; one of the same name that is saved has versions.")
            : await ModuleEndpoints.UnknownAsync(name, modules, cancellationToken);

    private static IResult NoVersion(string name, int number) => ApiProblems.NotFound("version", $"{number} of a module script '{name}'");
}
