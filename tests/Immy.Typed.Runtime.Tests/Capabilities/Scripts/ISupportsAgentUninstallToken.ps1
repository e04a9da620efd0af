# An antivirus: the passphrase of one agent, which the API takes as a request of an administrator.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsAgentUninstallToken -GetAgentUninstallToken {
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string]$agentId
    )
    (Invoke-Acme 'agents/passphrases' -Query @{ ids = $agentId }).data.passphrase
}

return $Integration
