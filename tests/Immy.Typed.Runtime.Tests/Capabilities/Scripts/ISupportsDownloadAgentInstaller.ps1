# A backup service: its installer is different for each client and wants a login.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsDownloadAgentInstaller -GetAgentInstallerDownload {
    [OutputType([AgentInstallerDownload])]
    param([string]$clientId)
    $package = Get-AcmeItem 'installers' -Query @{ client = $clientId } | Where-Object platform -EQ 'windows' | Should-HaveOne "Installer of client $clientId"
    [AgentInstallerDownload]@{
        Url      = [Uri]::new($IntegrationContext.Uri, $package.path).AbsoluteUri
        FileName = $package.file
        Headers  = $IntegrationContext.Headers
    }
}

return $Integration
