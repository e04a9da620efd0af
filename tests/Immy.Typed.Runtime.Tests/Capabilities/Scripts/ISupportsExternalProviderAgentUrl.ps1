# An RMM: a link that opens the computer's page in its console, where the agent has one.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsExternalProviderAgentUrl -GetExternalProviderAgentUrl {
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [IProviderAgentDetails]$device
    )
    $page = (Invoke-Acme "agents/$($device.ExternalAgentId)").page
    if ($page) { [Uri]::new($IntegrationContext.Uri, $page).AbsoluteUri }
}

return $Integration
