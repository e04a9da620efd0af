using System.Text.RegularExpressions;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Modules;

/// <summary><c>/api/v1/module-scripts</c>.</summary>
internal static partial class ModuleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/module-scripts").WithTags("Module scripts");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{name}", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPut("/{name}", PutAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapDelete("/{name}", DeleteAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapGet("/{name}/versions", VersionsAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{name}/versions/{number:int}", VersionAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{name}/versions/{number:int}/diff/{other:int}", DiffAsync).RequireAuthorization(nameof(Role.Reader));
    }

    // There are few of them: one page holds all.
    private static async Task<IResult> ListAsync(ImmyDbContext database, ModuleScripts modules, CancellationToken cancellationToken)
    {
        var saved = await database.Set<StoredModule>().AsNoTracking().ToDictionaryAsync(static module => module.Key, cancellationToken);
        var views = saved.Values.Select(module => new ModuleView(module.Name, module.CurrentVersion, modules.Bundled.Find(module.Name) is not null, null))
            .Concat(modules.Bundled.Modules.Where(module => !saved.ContainsKey(StoredModule.KeyOf(module.Name))).Select(static module => new ModuleView(module.Name, null, IsBundled: true, null)));
        return TypedResults.Ok(new Page<ModuleView>([.. views.OrderBy(static view => view.Name, StringComparer.OrdinalIgnoreCase)], null));
    }

    private static async Task<IResult> GetAsync(string name, ImmyDbContext database, ModuleScripts modules, HttpContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(database.Set<StoredModule>().AsNoTracking(), name, cancellationToken) is { } module)
        {
            ETags.Write(context, module);
            return TypedResults.Ok(View(module, modules));
        }

        return modules.Bundled.Find(name) is { } bundled ? TypedResults.Ok(new ModuleView(bundled.Name, null, IsBundled: true, bundled.Script)) : await UnknownAsync(name, modules, cancellationToken);
    }

    private static async Task<IResult> PutAsync(
        string name, SaveModule save, ImmyDbContext database, ModuleScripts modules, LinkReloads reloads, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (!Name.IsMatch(name))
        {
            return ApiProblems.Field("name", $"A module cannot be named '{name}'. Use letters, digits, '.', '-' and '_', at most 100 of them, and no '.' at either end.");
        }

        if (string.IsNullOrWhiteSpace(save.Script))
        {
            return ApiProblems.Field("script", "The module script needs a script.");
        }

        var module = await FindAsync(database.Set<StoredModule>(), name, cancellationToken);
        if (module is not null && ETags.WhyNot(context, module, "module script") is { } refusal)
        {
            return refusal;
        }

        if (new ModuleScript(name, save.Script, name + ".psm1").Check() is { Count: > 0 } problems)
        {
            return ApiProblems.Script(problems);
        }

        var isNew = module is null;
        if (module is null)
        {
            module = new StoredModule { Key = StoredModule.KeyOf(name), Name = name };
            database.Add(module);
        }

        module.CurrentVersion++;
        module.Versions.Add(new StoredModuleVersion { Number = module.CurrentVersion, Script = save.Script, Note = save.Note, Author = context.User.Identity!.Name!, CreatedAt = time.GetUtcNow() });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else saved this version first.
            return ApiProblems.Stale("module script");
        }

        await reloads.AllAsync();
        ETags.Write(context, module);
        return isNew ? TypedResults.Created($"/api/v1/module-scripts/{module.Name}", View(module, modules)) : TypedResults.Ok(View(module, modules));
    }

    private static async Task<IResult> DeleteAsync(string name, ImmyDbContext database, ModuleScripts modules, LinkReloads reloads, HttpContext context, CancellationToken cancellationToken)
    {
        if (await FindAsync(database.Set<StoredModule>(), name, cancellationToken) is not { } module)
        {
            return modules.Bundled.Find(name) is { } bundled
                ? ApiProblems.Conflict("It comes along.", $"The module script '{bundled.Name}' comes along with the server and cannot be deleted. Save one of the same name to replace it.")
                : await UnknownAsync(name, modules, cancellationToken);
        }

        if (ETags.WhyNot(context, module, "module script") is { } refusal)
        {
            return refusal;
        }

        database.Remove(module);
        await database.SaveChangesAsync(cancellationToken);
        await reloads.AllAsync();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> VersionsAsync(string name, [AsParameters] PageRequest page, ImmyDbContext database, ModuleScripts modules, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return await database.Set<StoredModule>().AnyAsync(module => module.Key == key, cancellationToken)
            ? await database.Set<StoredModuleVersion>().AsNoTracking().Where(version => version.ModuleKey == key).PageAsync(
                page,
                PageOrder<StoredModuleVersion>.Newest(static version => version.Number),
                static version => new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, null),
                cancellationToken)
            : await UnknownAsync(name, modules, cancellationToken);
    }

    private static async Task<IResult> VersionAsync(string name, int number, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindVersionAsync(database, name, number, cancellationToken) is { } version
            ? TypedResults.Ok(new VersionView(version.Number, version.Author, version.Note, version.CreatedAt, version.Script))
            : NoVersion(name, number);

    private static async Task<IResult> DiffAsync(string name, int number, int other, ImmyDbContext database, CancellationToken cancellationToken)
        => await FindVersionAsync(database, name, number, cancellationToken) is not { } before ? NoVersion(name, number)
            : await FindVersionAsync(database, name, other, cancellationToken) is not { } after ? NoVersion(name, other)
            : ScriptDiff.Of(name + ".psm1", (number, before.Script), (other, after.Script));

    private static Task<StoredModule?> FindAsync(IQueryable<StoredModule> modules, string name, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return modules.Include(static module => module.Versions).SingleOrDefaultAsync(module => module.Key == key, cancellationToken);
    }

    private static Task<StoredModuleVersion?> FindVersionAsync(ImmyDbContext database, string name, int number, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return database.Set<StoredModuleVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.ModuleKey == key && version.Number == number, cancellationToken);
    }

    private static ModuleView View(StoredModule module, ModuleScripts modules) => new(module.Name, module.CurrentVersion, modules.Bundled.Find(module.Name) is not null, module.CurrentScript);

    private static async Task<IResult> UnknownAsync(string name, ModuleScripts modules, CancellationToken cancellationToken)
    {
        var known = (await modules.ReadAsync(cancellationToken)).Modules.Select(static module => module.Name).ToList();
        return ApiProblems.NotFound("module script", $"'{name}'", NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "");
    }

    private static IResult NoVersion(string name, int number) => ApiProblems.NotFound("version", $"{number} of a module script '{name}'");

    [GeneratedRegex(@"^[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?\z")]
    private static partial Regex Name { get; }
}
