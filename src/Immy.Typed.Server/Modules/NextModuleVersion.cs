using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Modules;

/// <summary>Saves a module script, or its next version, once it can be read and no script is broken unawares.</summary>
internal sealed class NextModuleVersion(ImmyDbContext database, ModuleScripts modules, BrokenScripts scripts, LinkReloads reloads, TimeProvider time)
{
    /// <summary>What keeps a module script from being read.</summary>
    public static IReadOnlyList<ScriptProblem> ProblemsOf(string name, string script) => new ModuleScript(name, script, name + ".psm1").Check();

    /// <summary>Refuses a change that breaks scripts.</summary>
    public static ProblemHttpResult Breaks(IReadOnlyList<BrokenScript> broken) => TypedResults.Problem(
        $"Scripts that load now would not any more: {string.Join(", ", broken.Select(static script => $"'{script.Name}'"))}; brokenScripts tells where and why. Nothing was changed. Mend the module, or first the scripts; or send the request with ?acceptBrokenScripts=true, and mend them afterwards: what runs them fails until then.",
        statusCode: StatusCodes.Status409Conflict,
        title: "Scripts would be broken.",
        extensions: new Dictionary<string, object?> { ["brokenScripts"] = broken });

    /// <summary>Saves it, or says why not.</summary>
    /// <param name="name">The module's name.</param>
    /// <param name="module">The module with its versions, read to be changed; null when it is new.</param>
    /// <param name="save">What to save.</param>
    /// <param name="acceptsBrokenScripts">True when somebody knows that scripts need to be mended.</param>
    /// <param name="context">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult> SaveAsync(string name, StoredModule? module, SaveModule save, bool acceptsBrokenScripts, HttpContext context, CancellationToken cancellationToken)
    {
        if (ProblemsOf(name, save.Script!) is { Count: > 0 } problems)
        {
            return ApiProblems.Script(problems);
        }

        if (!acceptsBrokenScripts && await scripts.FindAsync(name, save.Script, cancellationToken) is { Count: > 0 } broken)
        {
            return Breaks(broken);
        }

        var isNew = module is null;
        if (module is null)
        {
            module = new StoredModule { Key = StoredModule.KeyOf(name), Name = name };
            database.Add(module);
        }

        module.CurrentVersion++;
        module.Versions.Add(new StoredModuleVersion { Number = module.CurrentVersion, Script = save.Script!, Note = save.Note, Author = context.User.Identity!.Name!, CreatedAt = time.GetUtcNow() });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseTrouble.Of(exception) is null)
        {
            // Somebody else saved this version first.
            return ApiProblems.Stale("module script");
        }

        await reloads.AllAsync();
        ETags.Write(context, module);
        var view = ModuleView.Of(module, modules);
        return isNew ? TypedResults.Created($"/api/v1/module-scripts/{module.Name}", view) : TypedResults.Ok(view);
    }
}
