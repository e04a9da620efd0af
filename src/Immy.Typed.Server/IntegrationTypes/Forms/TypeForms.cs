using System.Text.Json;
using Immy.Typed.Forms;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary>Asks a script for its form, in sessions of its own that no link shares.</summary>
internal sealed class TypeForms(IIntegrationLoader loader, ModuleScripts modules)
{
    /// <summary>The form of a type's current version for values given so far.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load.</exception>
    /// <exception cref="BlockException"><c>dynamicparam</c> fails, or a value is not of its field's type.</exception>
    public Task<InitForm> ReadAsync(IntegrationType type, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
        => ReadAsync(type.Name, type.CurrentScript, values, cancellationToken);

    /// <summary>The form of a script that is not saved yet.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load.</exception>
    /// <exception cref="BlockException"><c>dynamicparam</c> fails, or a value is not of its field's type.</exception>
    public async Task<InitForm> ReadAsync(string name, string script, IReadOnlyDictionary<string, JsonElement> values, CancellationToken cancellationToken)
    {
        var source = new IntegrationSource { Name = name, Script = script, Modules = await modules.ReadAsync(cancellationToken) };
        await using var integration = await loader.LoadAsync(source, cancellationToken: cancellationToken);
        return await integration.GetFormAsync(LinkValues.ToScript(values), cancellationToken);
    }
}
