using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Loads a script as it would be loaded to serve, before anything is saved.</summary>
internal sealed class ScriptValidator(IIntegrationLoader loader, ModuleScripts modules)
{
    /// <summary>What is wrong; only warnings when the script loads.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ValidateAsync(string name, string script, CancellationToken cancellationToken)
    {
        try
        {
            await using var integration = await loader.LoadAsync(new IntegrationSource { Name = name, Script = script, Modules = await modules.ReadAsync(cancellationToken) }, cancellationToken: cancellationToken);
            return integration.Warnings;
        }
        catch (IntegrationLoadException exception)
        {
            return exception.Problems;
        }
    }
}
