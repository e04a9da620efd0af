using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Modules;

/// <summary>The module scripts that integration scripts find: those that come along, and those that people saved, which take their place.</summary>
internal sealed class ModuleScripts(IServiceScopeFactory scopes)
{
    /// <summary>Those that come along with the server.</summary>
    public ModuleLibrary Bundled { get; } = new BundledIntegrations().Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value));

    /// <summary>All of them as they are now, whichever machine of the cluster saved them.</summary>
    public async Task<ModuleLibrary> ReadAsync(CancellationToken cancellationToken)
        => (await SavedAsync(cancellationToken)).Aggregate(Bundled, static (library, module) => library.With(module.Name, module.Script));

    /// <summary>All of them as they would be after a change of one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="script">Its new text; null when the one that people saved is gone.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ModuleLibrary> ReadWithAsync(string name, string? script, CancellationToken cancellationToken)
    {
        var others = (await SavedAsync(cancellationToken)).Where(module => StoredModule.KeyOf(module.Name) != StoredModule.KeyOf(name));
        var library = others.Aggregate(Bundled, static (library, module) => library.With(module.Name, module.Script));
        return script is null ? library : library.With(name, script);
    }

    private async Task<IReadOnlyList<(string Name, string Script)>> SavedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var saved = await database.Set<StoredModule>()
            .SelectMany(static module => module.Versions.Where(version => version.Number == module.CurrentVersion), static (module, version) => new { module.Name, version.Script })
            .ToListAsync(cancellationToken);
        return [.. saved.Select(static module => (module.Name, module.Script))];
    }
}
