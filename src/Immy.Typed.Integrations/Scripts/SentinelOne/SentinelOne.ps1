# SentinelOne: sites are clients, agents are found and identified, installers get their site's token, and threat
# notifications come in as a webhook. The calls to the API are in the module script SentinelOne.

$Integration = New-DynamicIntegration -Init {
    param(
        [Parameter(Mandatory, HelpMessage = 'The address of your console, such as `https://usea1-partners.sentinelone.net`.')]
        [DisplayName('Console address')]
        [Uri]$S1Uri,

        [Parameter(Mandatory, HelpMessage = 'The API token of a service user with the role *Viewer*, or a higher one.')]
        [DisplayName('API key')]
        [Password(StripValue = $true)]
        $S1ApiKey
    )

    Import-Module SentinelOne

    # Signing in comes first: what doesn't work replaces nothing that did.
    $header = Connect-S1API -S1Uri $S1Uri -S1APIToken $S1ApiKey

    # The module looks for these two.
    $IntegrationContext.S1Uri = $S1Uri
    $IntegrationContext.AuthHeader = $header

    [OpResult]::Ok()
} -HealthCheck {
    [CmdletBinding()]
    [OutputType([HealthCheckResult])]
    param()

    Import-Module SentinelOne
    try {
        $system = Get-S1SystemInfo
        New-HealthyResult -Message "The console runs $($system.version); the latest agent is $($system.latestAgentVersion)."
    } catch {
        New-UnhealthyResult -Message $_.Exception.Message
    }
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
    [CmdletBinding()]
    [OutputType([Immybot.Backend.Domain.Providers.IProviderClientDetails[]])]
    param()

    Import-Module SentinelOne
    Get-S1Site | ForEach-Object {
        New-IntegrationClient -ClientId $_.id -ClientName $_.name.Trim()
    }
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingAgents -GetAgents {
    [CmdletBinding()]
    [OutputType([Immybot.Backend.Domain.Providers.IProviderAgentDetails[]])]
    [ScriptTimeout(TimeoutSeconds = 300)]
    param(
        [Parameter()]
        [string[]]$ClientIds = $null
    )

    Import-Module SentinelOne
    Get-S1Agent -SiteId $ClientIds | ForEach-Object {
        $agent = @{
            AgentId                = $_.uuid
            Name                   = $_.computerName
            ClientId               = $_.siteId
            SerialNumber           = $_.serialNumber
            OSName                 = $_.osName
            # The model's name starts with its maker: "Dell Inc. - Latitude 5440".
            Manufacturer           = ($_.modelName -split ' - ', 2)[0]
            IsOnline               = [bool]$_.isActive
            AgentVersion           = $_.agentVersion
            SupportsOnlineStatus   = $true
            SupportsRunningScripts = $false
        }
        New-IntegrationAgent @agent
    }
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsInventoryIdentification -GetInventoryScript {
    [CmdletBinding()]
    [OutputType([string])]
    param()

    # The answer is the uuid that GetAgents gives as AgentId. While an agent upgrades itself there are two folders.
    Invoke-ImmyCommand {
        $path = Resolve-Path -Path 'C:\Program Files\SentinelOne\Sentinel Agent*\SentinelCtl.exe' -ErrorAction SilentlyContinue |
            Select-Object -Last 1
        if ($path) {
            & $path.Path agent_id
        }
    }
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantInstallToken -GetTenantInstallToken {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)]
        [string]$clientId
    )

    Import-Module SentinelOne
    $site = Get-S1Site -Id $clientId
    if (-not $site.registrationToken) {
        throw "The SentinelOne site $($site.name) ($clientId) has no registration token that this API key may see."
    }

    $site.registrationToken
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsHttpRequest -HandleHttpRequest {
    [CmdletBinding()]
    [OutputType([Microsoft.AspNetCore.Mvc.IActionResult])]
    param(
        [Parameter(Mandatory)]
        [Microsoft.AspNetCore.Http.HttpContext]$httpContext,
        [Parameter()]
        $body,
        [Parameter()]
        $route
    )

    # POST .../threats takes the JSON that SentinelOne sends about a threat.
    Import-Module SentinelOne
    $threats = @()
    if ("$route".Trim('/') -ne 'threats') {
        $status = 404
        $answer = @{ error = 'There is nothing here. Threats go to the route "threats".' }
    } elseif (-not ($threats = @(ConvertFrom-S1Threat -Body $body))) {
        $status = 400
        $answer = @{ error = 'The body is missing, or has no threat: an object with threatInfo.' }
    } else {
        $status = 200
        $answer = @{ received = $threats.Count; threatIds = @($threats.threatId) }
    }

    # As JSON each threat stays on one line of the log, whatever its sender put into a name.
    foreach ($threat in $threats) {
        Write-Host "SentinelOne threat: $(ConvertTo-Json -InputObject $threat -Compress)"
    }

    $result = [ObjectResult]::new($answer)
    $result.StatusCode = $status
    return $result
}

return $Integration
