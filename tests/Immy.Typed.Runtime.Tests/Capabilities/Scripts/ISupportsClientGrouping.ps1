# A PSA: its agreements, each with the companies that signed it.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsClientGrouping -GetClientGroups {
    [OutputType([IProviderClientGroup[]])]
    param()
    foreach ($agreement in (Get-AcmeItem 'agreements' | Group-Object name)) {
        [ProviderClientGroup]@{
            ExternalGroupId   = $agreement.Group[0].id
            GroupName         = $agreement.Name
            ExternalClientIds = $agreement.Group.companyId
        }
    }
}

return $Integration
