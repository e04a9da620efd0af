# An RMM: the agents of the mapped clients, every five minutes.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingAgents -GetAgents {
    [CmdletBinding()]
    [OutputType([IProviderAgentDetails[]])]
    [JobSettings(PeriodMinutes = 5)]
    param(
        [Parameter()]
        [string[]]$clientIds
    )
    foreach ($clientId in $clientIds) {
        Get-AcmeItem "clients/$clientId/agents" | ForEach-Object {
            New-IntegrationAgent -AgentId $_.id -Name $_.hostname -ClientId $clientId -SerialNumber $_.serial `
                -OSName $_.os -Manufacturer $_.vendor -IsOnline:$_.online -AgentVersion $_.version `
                -SupportsRunningScripts $true -SupportsOnlineStatus $true
        }
    }
}

return $Integration
