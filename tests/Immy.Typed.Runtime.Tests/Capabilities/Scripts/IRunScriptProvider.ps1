# An RMM: a script becomes a job of the agent, whose output is waited for.
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

$Integration | Add-DynamicIntegrationCapability -Interface IRunScriptProvider -RunScript {
    [CmdletBinding()]
    [OutputType([string])]
    [ScriptTimeout(TimeoutSeconds = 300)]
    param(
        [IProviderAgentDetails]$agent,
        [string]$scriptCode,
        [ScriptLanguage]$scriptLanguage,
        [int]$timeout,
        [string]$scriptPath
    )
    $shell = switch ($scriptLanguage) {
        'PowerShell' { 'powershell' }
        'CommandLine' { 'cmd' }
        default { throw "Acme runs no $_." }
    }
    $job = Invoke-Acme "agents/$($agent.ExternalAgentId)/jobs" -Method Post -Body @{ shell = $shell; code = $scriptCode; timeout = $timeout }
    while ($job.state -ne 'done') {
        Start-Sleep -Milliseconds 20
        $job = Invoke-Acme "jobs/$($job.id)"
    }
    $job.output
} -get_DefaultTimeout {
    600
}

return $Integration
