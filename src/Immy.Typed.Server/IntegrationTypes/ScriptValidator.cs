using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Loads a script as it would be loaded to serve, before anything is saved.</summary>
internal sealed class ScriptValidator(IIntegrationLoader loader, ModuleScripts modules)
{
    /// <summary>What is wrong; only warnings when the script loads.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ValidateAsync(string name, string script, CancellationToken cancellationToken)
        => await ValidateAsync(name, script, await modules.ReadAsync(cancellationToken), cancellationToken);

    /// <summary>The same with other module scripts than those that are saved.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ValidateAsync(string name, string script, ModuleLibrary library, CancellationToken cancellationToken)
    {
        try
        {
            await using var integration = await loader.LoadAsync(new IntegrationSource { Name = name, Script = script, Modules = library }, cancellationToken: cancellationToken);
            return integration.Warnings;
        }
        catch (IntegrationLoadException exception)
        {
            return exception.Problems;
        }
    }
}
