# An RMM: a script that installs the agent with the client's registration key.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsAgentPowerShellInstallScript -GetAgentPowerShellInstallScript {
    [OutputType([string])]
    param([Parameter(Mandatory)][string]$clientId)
    $registration = Invoke-Acme "clients/$clientId/registration" -Method Post -Body @{ days = 7 }
    @"
`$installer = Join-Path `$env:TEMP 'AcmeAgent.msi'
Invoke-WebRequest '$($registration.url)' -OutFile `$installer
Start-Process msiexec.exe -Wait -ArgumentList '/i', `$installer, '/qn', 'KEY=$($registration.key)'
"@
}

return $Integration
