using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Integrations;

namespace Immy.Typed.Cmdlets;

/// <summary>Starts an integration. Init's <c>param()</c> is the configuration form; HealthCheck tells whether the remote system answers.</summary>
[Cmdlet(VerbsCommon.New, "DynamicIntegration")]
[OutputType(typeof(IntegrationDefinition))]
public sealed class NewDynamicIntegrationCommand : SessionCommand, IDynamicParameters
{
    private BlockParameters? _blocks;

    /// <inheritdoc/>
    public object GetDynamicParameters() => _blocks = Instance.Catalog.Root.CreateParameters();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var location = Session.Tools.Here();
        var definition = new IntegrationDefinition(Instance.Catalog, location);
        definition.Add(Instance.Catalog.Root, _blocks!, location);
        (Session.Current as LoadWork)?.Made(definition);
        WriteObject(definition);
    }
}
