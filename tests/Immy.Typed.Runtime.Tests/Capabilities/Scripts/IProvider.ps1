# A backup service: the secret is exchanged for a token, which Init fetches anew each time it runs.
$Integration = New-DynamicIntegration -Init {
    [CmdletBinding()]
    [OutputType([OpResult])]
    param(
        [Parameter(Mandatory, HelpMessage = 'The address of the console, for example **https://backup.example.com**.')]
        [Uri]$Uri,
        [Parameter(Mandatory)]
        [DisplayName('API secret')]
        [Password(StripValue = $true)]
        [string]$ApiKey
    )
    $login = Invoke-RestMethod -Method Post -Uri "$($Uri)oauth/token" -Body @{ grant_type = 'client_credentials'; client_secret = $ApiKey }
    if (-not $login.access_token) { return [OpResult]::Fail('The console accepts the secret, but gives no token.') }
    $IntegrationContext.Uri = $Uri
    $IntegrationContext.AuthHeader = @{ Authorization = "Bearer $($login.access_token)" }
    [OpResult]::Ok()
} -HealthCheck {
    [CmdletBinding()]
    [OutputType([HealthCheckResult])]
    param()
    $status = Invoke-RestMethod -Uri "$($IntegrationContext.Uri)status" -Headers $IntegrationContext.AuthHeader
    if ($status.failedJobs -gt 0) {
        return New-UnhealthyResult -Message "$($status.failedJobs) backup jobs failed"
    }
    New-HealthyResult
}

return $Integration
