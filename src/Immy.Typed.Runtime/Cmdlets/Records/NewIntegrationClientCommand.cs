using System.Management.Automation;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a client of the remote system, for GetClients.</summary>
/// <example>
/// <code>
/// New-IntegrationClient -ClientId 7 -ClientName 'Contoso'
/// </code>
/// </example>
/// <example>
/// Names and ids come from records with properties of those names.
/// <code>
/// $sites = @'
/// [{ "ClientId": "7", "ClientName": "Contoso" }, { "ClientId": "8", "ClientName": "Fabrikam" }]
/// '@ | ConvertFrom-Json
/// $sites | New-IntegrationClient
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "IntegrationClient")]
[OutputType(typeof(IProviderClientDetails))]
public sealed class NewIntegrationClientCommand : PSCmdlet
{
    /// <summary>The client's id in the remote system.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public required string ClientId { get; set; }

    /// <summary>The client's name, as people know it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public required string ClientName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new ProviderClientDetails { ExternalClientId = ClientId, ClientName = ClientName });
}
