using System.Management.Automation;
using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Help;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Adds a capability to an integration. The interface's methods are parameters that take script blocks.</summary>
/// <example>
/// A list of clients.
/// <code>
/// $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
/// $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
///     New-IntegrationClient -ClientId 7 -ClientName 'Contoso'
///     New-IntegrationClient -ClientId 8 -ClientName 'Fabrikam'
/// }
/// return $Integration
/// </code>
/// </example>
/// <example>
/// A capability of two blocks; each gets what its contract passes.
/// <code>
/// $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
/// $Integration | Add-DynamicIntegrationCapability -Interface ISupportsMaintenanceMode -EnableMaintenanceMode {
///     param($agent, $duration)
///     Write-Verbose "$($agent.Name) is quiet for $($duration.TotalMinutes) minutes"
/// } -DisableMaintenanceMode {
///     param($agent)
///     Write-Verbose "$($agent.Name) raises alarms again"
/// }
/// return $Integration
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Add, "DynamicIntegrationCapability")]
public sealed class AddDynamicIntegrationCapabilityCommand : SessionCommand, IDynamicParameters
{
    private CapabilityDescriptor? _capability;
    private BlockParameters? _blocks;

    /// <summary>The integration: what New-DynamicIntegration returned.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public object? Integration { get; set; }

    /// <summary>The capability's interface, for example ISupportsListingClients.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(CapabilityNameCompleter))]
    public required string Interface { get; set; }

    /// <inheritdoc/>
    public object GetDynamicParameters()
    {
        if (string.IsNullOrEmpty(Interface))
        {
            return BlockUnion.Of(Instance.Catalog);
        }

        _capability = Instance.Catalog.Find(Interface);
        if (_capability is null)
        {
            throw new ProblemException(LoadProblems.UnknownCapability(Interface, [.. Instance.Catalog.Capabilities.Where(static known => !known.IsRoot).Select(static known => known.Name)]));
        }

        return _capability.IsRoot
            ? throw new ProblemException(LoadProblems.RootCannotBeAdded(_capability.Name))
            : _blocks = _capability.CreateParameters();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var target = Integration is PSObject wrapped ? wrapped.BaseObject : Integration;
        if (target is not IntegrationDefinition definition)
        {
            throw Raise(LoadProblems.NotAnIntegration(TypeText.Of(Integration)));
        }

        try
        {
            definition.Add(_capability!, _blocks!, Session.Tools.Here());
        }
        catch (ProblemException exception)
        {
            throw Raise(exception.Problem);
        }
    }
}
