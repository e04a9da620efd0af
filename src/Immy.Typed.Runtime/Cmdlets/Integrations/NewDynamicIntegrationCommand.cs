using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Integrations;

namespace Immy.Typed.Cmdlets;

/// <summary>Starts an integration. Init's <c>param()</c> is the configuration form; HealthCheck tells whether the remote system answers.</summary>
/// <example>
/// The form has two fields, and the second one is a secret.
/// <code>
/// $Integration = New-DynamicIntegration -Init {
///     param(
///         [Parameter(Mandatory, HelpMessage = 'The address of the **console**.')]
///         [Uri]$Uri,
///         [Parameter(Mandatory)]
///         [DisplayName('API key')]
///         [Password(StripValue = $true)]
///         [string]$ApiKey
///     )
///     $IntegrationContext.Uri = $Uri
///     $IntegrationContext.Headers = @{ Authorization = "Bearer $ApiKey" }
///     [OpResult]::Ok()
/// } -HealthCheck {
///     if ($IntegrationContext.Headers) { New-HealthyResult } else { New-UnhealthyResult 'Init has not run.' }
/// }
/// return $Integration
/// </code>
/// </example>
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
