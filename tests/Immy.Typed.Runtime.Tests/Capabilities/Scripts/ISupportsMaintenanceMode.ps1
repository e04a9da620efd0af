# An RMM: alarms of a computer are off while it is maintained.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsMaintenanceMode -EnableMaintenanceMode {
    [OutputType([System.Void])]
    param(
        [IProviderAgentDetails]$agent,
        [TimeSpan]$duration
    )
    Invoke-Acme "agents/$($agent.ExternalAgentId)/maintenance" -Method Put -Body @{ minutes = [int][Math]::Ceiling($duration.TotalMinutes) } | Out-Null
} -DisableMaintenanceMode {
    [OutputType([System.Void])]
    param([IProviderAgentDetails]$agent)
    Invoke-Acme "agents/$($agent.ExternalAgentId)/maintenance" -Method Delete | Out-Null
}

return $Integration
