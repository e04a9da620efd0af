# An antivirus: every package that the site may install.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsDynamicVersions -GetDynamicVersions {
    [CmdletBinding()]
    [OutputType([Immybot.Backend.Domain.Models.DynamicVersion[]])]
    param(
        [Parameter(Mandatory)]
        [string]$externalClientId
    )
    Get-AcmeItem "sites/$externalClientId/packages" | ForEach-Object {
        New-DynamicVersion -Url $_.link -Version $_.version -FileName $_.fileName -Architecture $_.osArch -PackageType $_.fileExtension
    }
}

return $Integration
