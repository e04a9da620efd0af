using System.Management.Automation;
using ProviderInfo = Immy.Typed.Providers.ProviderInfo;

namespace Immy.Typed.Cmdlets;

/// <summary>Gets an integration instance: its id, name, type and configuration without secrets. Without parameters, the action's instance.</summary>
/// <example>
/// <code>
/// $provider = Get-ProviderInfo -Name 'Contoso RMM'
/// "$($provider.Name) is an integration of type $($provider.Type) with $($provider.Configuration.Uri)"
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProviderInfo")]
[OutputType(typeof(ProviderInfo))]
public sealed class GetProviderInfoCommand : ProviderCommand
{
    /// <summary>The instance's name, in any case.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string? Name { get; set; }

    /// <summary>The provider link's id.</summary>
    [Parameter]
    public string? ProviderLinkId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var info = Find(Name, ProviderLinkId);

        // A copy: what a script changes in it changes nothing else.
        WriteObject(info with { Configuration = new Dictionary<string, object?>(info.Configuration, StringComparer.OrdinalIgnoreCase) });
    }
}
