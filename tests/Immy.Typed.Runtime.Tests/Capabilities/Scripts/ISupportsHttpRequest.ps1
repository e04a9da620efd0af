# An RMM: its webhook says that an agent came online; what happened is read from the API, not believed.
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

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsHttpRequest -HandleHttpRequest {
    [CmdletBinding()]
    [OutputType([Microsoft.AspNetCore.Mvc.IActionResult])]
    param(
        [Parameter(Mandatory)]
        [Microsoft.AspNetCore.Http.HttpContext]$httpContext,
        $body,
        [string]$route
    )
    if ($httpContext.Request.Method -ne 'POST' -or $route -ne 'agent-online') {
        return [NotFoundObjectResult]::new("There is no $($httpContext.Request.Method) $route.")
    }
    $agent = Invoke-Acme "agents/$($body.agentId)"
    Write-Verbose "Agent $($agent.hostname) is back"
    $result = [ObjectResult]::new(@{ accepted = $agent.hostname })
    $result.StatusCode = 202
    return $result
}

return $Integration
