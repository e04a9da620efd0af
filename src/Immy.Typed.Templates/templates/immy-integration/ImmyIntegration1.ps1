# ImmyIntegration1: clients and agents of the vendor's API.

$Integration = New-DynamicIntegration -Init {
    # The parameters are the form on the integration's page.
    param(
        [Parameter(Mandatory, HelpMessage = 'The address of the API, such as `https://api.example.com`.')]
        [DisplayName('API address')]
        [Uri]$Server,

        [Parameter(Mandatory)]
        [DisplayName('API key')]
        [Password()]
        $ApiKey
    )

    # Every block below sees what stands in $IntegrationContext.
    $IntegrationContext.Server = $Server
    $IntegrationContext.Headers = @{ Authorization = "Bearer $ApiKey" }
    [OpResult]::Ok()
} -HealthCheck {
    try {
        $null = Get-FromApi 'health'
        New-HealthyResult
    } catch {
        New-UnhealthyResult -Message $_.Exception.Message
    }
}

function Get-FromApi {
    param([string]$Path)

    $uri = [Uri]::new($IntegrationContext.Server, $Path)
    Invoke-RestMethod -Uri $uri -Headers $IntegrationContext.Headers
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
    Get-FromApi 'clients' | ForEach-Object {
        New-IntegrationClient -ClientId $_.id -ClientName $_.name
    }
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingAgents -GetAgents {
    param([string[]]$ClientIds)

    Get-FromApi 'agents' | Where-Object { -not $ClientIds -or $_.clientId -in $ClientIds } | ForEach-Object {
        New-IntegrationAgent -AgentId $_.id -Name $_.name -ClientId $_.clientId -SerialNumber $_.serialNumber -IsOnline $_.isOnline
    }
}

return $Integration
