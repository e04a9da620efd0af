using System.Text.RegularExpressions;
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
        group.MapPost("/{name}/check", CheckAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapDelete("/{name}", DeleteAsync).RequireAuthorization(nameof(Role.Administrator));
        ModuleVersionEndpoints.Map(group);
    }

    /// <summary>There is no such module; names the nearest.</summary>
    public static async Task<IResult> UnknownAsync(string name, ModuleScripts modules, CancellationToken cancellationToken)
    {
        var known = (await modules.ReadAsync(cancellationToken)).Modules.Select(static module => module.Name).ToList();
        return ApiProblems.NotFound("module script", $"'{name}'", NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : "");
    }

    /// <summary>The module of that name in any case, with its versions; null when nobody saved one.</summary>
    public static Task<StoredModule?> FindAsync(IQueryable<StoredModule> modules, string name, CancellationToken cancellationToken)
    {
        var key = StoredModule.KeyOf(name);
        return modules.Include(static module => module.Versions).SingleOrDefaultAsync(module => module.Key == key, cancellationToken);
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
            return TypedResults.Ok(ModuleView.Of(module, modules));
        }

        return modules.Bundled.Find(name) is { } bundled ? TypedResults.Ok(new ModuleView(bundled.Name, null, IsBundled: true, bundled.Script)) : await UnknownAsync(name, modules, cancellationToken);
    }

    private static async Task<IResult> PutAsync(
        string name, SaveModule save, bool? acceptBrokenScripts, ImmyDbContext database, NextModuleVersion next, HttpContext context, CancellationToken cancellationToken)
    {
        if (WhyNot(name, save.Script) is { } wrong)
        {
            return wrong;
        }

        var module = await FindAsync(database.Set<StoredModule>(), name, cancellationToken);
        return module is not null && ETags.WhyNot(context, module, "module script") is { } refusal ? refusal : await next.SaveAsync(name, module, save, acceptBrokenScripts ?? false, context, cancellationToken);
    }

    private static async Task<IResult> CheckAsync(string name, CheckScript check, BrokenScripts scripts, CancellationToken cancellationToken)
    {
        if (WhyNot(name, check.Script) is { } wrong)
        {
            return wrong;
        }

        var problems = NextModuleVersion.ProblemsOf(name, check.Script!);
        return TypedResults.Ok(new ModuleCheck(problems.Count == 0, [.. problems.Select(ProblemView.Of)], problems.Count == 0 ? await scripts.FindAsync(name, check.Script, cancellationToken) : []));
    }

    private static async Task<IResult> DeleteAsync(
        string name, bool? acceptBrokenScripts, ImmyDbContext database, ModuleScripts modules, BrokenScripts scripts, LinkReloads reloads, HttpContext context, CancellationToken cancellationToken)
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

        if (acceptBrokenScripts is not true && await scripts.FindAsync(name, null, cancellationToken) is { Count: > 0 } broken)
        {
            return NextModuleVersion.Breaks(broken);
        }

        database.Remove(module);
        await database.SaveChangesAsync(cancellationToken);
        await reloads.AllAsync();
        return TypedResults.NoContent();
    }

    private static IResult? WhyNot(string name, string? script)
        => !Name.IsMatch(name) ? ApiProblems.Field("name", $"A module cannot be named '{name}'. Use letters, digits, '.', '-' and '_', at most 100 of them, and no '.' at either end.")
            : string.IsNullOrWhiteSpace(script) ? ApiProblems.Field("script", "The module script needs a script.")
            : null;

    [GeneratedRegex(@"^[A-Za-z0-9_-]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?\z")]
    private static partial Regex Name { get; }
}
