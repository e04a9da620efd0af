# An antivirus: the newest version of the channel that a site is on.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsGetLatestAgentVersion -GetLatestAgentVersion {
    [OutputType([Version])]
    param([string]$externalClientId)
    $channel = (Invoke-Acme "sites/$externalClientId").channel
    Get-AcmeItem 'packages' -Query @{ channel = $channel } |
        ForEach-Object { [Version]$_.version } |
        Sort-Object -Descending |
        Select-Object -First 1
}

return $Integration
