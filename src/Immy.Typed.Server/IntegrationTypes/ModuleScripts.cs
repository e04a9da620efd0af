using Immy.Typed.Integrations;
using Immy.Typed.Modules;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>The module scripts that integration scripts find: those that come along.</summary>
internal sealed class ModuleScripts
{
    public ModuleLibrary Library { get; } = new BundledIntegrations().Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value));
}
