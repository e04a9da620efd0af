# An antivirus: the token of a site, and a new one where the site has none.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantInstallToken -GetTenantInstallToken {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string]$clientId
    )
    $site = Invoke-Acme "sites/$clientId"
    if (-not $site.token) {
        Invoke-Acme "sites/$clientId/token" -Method Post | Out-Null
        $site = Invoke-Acme "sites/$clientId"
    }
    $site.token
}

return $Integration
