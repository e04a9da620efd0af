using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>The module scripts that integration scripts find: those that come along, and those that people saved, which take their place.</summary>
internal sealed class ModuleScripts(IServiceScopeFactory scopes)
{
    /// <summary>Those that come along with the server.</summary>
    public ModuleLibrary Bundled { get; } = new BundledIntegrations().Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value));

    /// <summary>All of them as they are now, whichever machine of the cluster saved them.</summary>
    public async Task<ModuleLibrary> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var saved = await database.Set<StoredModule>()
            .SelectMany(static module => module.Versions.Where(version => version.Number == module.CurrentVersion), static (module, version) => new { module.Name, version.Script })
            .ToListAsync(cancellationToken);
        return saved.Aggregate(Bundled, static (library, module) => library.With(module.Name, module.Script));
    }
}
