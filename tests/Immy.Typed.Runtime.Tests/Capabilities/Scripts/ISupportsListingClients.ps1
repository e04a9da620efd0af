# A PSA: every company that is a customer, page by page.
$Integration = New-DynamicIntegration -Init {
    param(
        [Parameter(Mandatory, HelpMessage = 'The address of the console.')]
        [Uri]$Uri,
        [Parameter(Mandatory)]
        [DisplayName('API key')]
        [Password(StripValue = $true)]
        [string]$ApiKey
    )
    Connect-Acme -Uri $Uri -ApiKey $ApiKey
    [OpResult]::Ok()
} -HealthCheck {
    Invoke-Acme 'ping' | Out-Null
    New-HealthyResult
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
    [CmdletBinding()]
    [OutputType([Immybot.Backend.Domain.Providers.IProviderClientDetails[]])]
    param()
    Get-AcmeItem 'companies' | Where-Object type -EQ 'Customer' | ForEach-Object {
        New-IntegrationClient -ClientId $_.id -ClientName $_.name
    }
}

return $Integration
