# A backup service: downloads go with a ticket that is good for an hour.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsAuthenticatedDownload -GetAuthHeader {
    [OutputType([Hashtable])]
    param()
    $ticket = Invoke-Acme 'downloads/ticket' -Method Post -Body @{ lifetime = 3600 }
    @{
        Authorization = "Bearer $($ticket.value)"
        'X-Tenant'    = $ticket.tenant
    }
}

return $Integration
