$Integration = New-DynamicIntegration -Init {
    $IntegrationContext.Rebooted = @()
    [OpResult]::Ok()
} -HealthCheck {
    New-HealthyResult -Message "Rebooted: $($IntegrationContext.Rebooted | ConvertTo-Json -Compress)`nHelp: $((Get-Help New-IntegrationAgent).Synopsis)"
}

$Integration | Add-DynamicIntegrationCapability -Interface ISupportsRebootingAgents -RebootAgent {
    param($Agent)
    $IntegrationContext.Rebooted += $Agent.Name
}

return $Integration
