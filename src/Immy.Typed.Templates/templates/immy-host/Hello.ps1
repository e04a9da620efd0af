$Integration = New-DynamicIntegration -Init {
    # The parameters are the form on the integration's page.
    param(
        [Parameter(Mandatory)]
        [Uri]$Server
    )
    $IntegrationContext.Server = $Server
    [OpResult]::Ok()
} -HealthCheck {
    New-HealthyResult
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
    1..3 | ForEach-Object {
        New-IntegrationClient -ClientId $_ -ClientName "Client $_ of $($IntegrationContext.Server.Host)"
    }
}

return $Integration
