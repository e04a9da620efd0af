using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Loads the script of a provider link as it is to serve.</summary>
internal sealed class LinkOpener(IIntegrationLoader loader, ModuleScripts modules, RunLog runs, TimeProvider time)
{
    /// <summary>Loads it.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load any more.</exception>
    public async Task<OpenIntegration> OpenAsync(ProviderLink link)
    {
        var script = link.IntegrationType!.Versions.Single(version => version.Number == link.IntegrationType.CurrentVersion).Script;
        var source = new IntegrationSource { Name = link.Name, FileName = link.IntegrationType.Name + ".ps1", Script = script, Modules = modules.Library };
        return new OpenIntegration(await loader.LoadAsync(source, new RunObserver(runs, link.Id, time)));
    }
}
