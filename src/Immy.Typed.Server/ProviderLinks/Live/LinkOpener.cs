using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Loads the script of a provider link as it is to serve.</summary>
internal sealed class LinkOpener(IIntegrationLoader loader, ModuleScripts modules, RunLog runs, TimeProvider time)
{
    /// <summary>Loads it.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load any more.</exception>
    public async Task<OpenIntegration> OpenAsync(ProviderLink link)
    {
        var type = link.IntegrationType!;
        var source = new IntegrationSource
        {
            Name = link.Name,
            FileName = type.Name + ".ps1",
            Script = type.CurrentScript,
            Modules = await modules.ReadAsync(CancellationToken.None),
            ExcludedCapabilities = link.ExcludedCapabilities,
        };
        return new OpenIntegration(await loader.LoadAsync(source, new RunObserver(runs, link.Id, time)));
    }
}
