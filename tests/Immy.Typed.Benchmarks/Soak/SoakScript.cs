namespace Immy.Typed.Benchmarks.Soak;

/// <summary>An integration whose blocks answer, fail, hang and pour out as their argument says.</summary>
internal static class SoakScript
{
    /// <summary>The script. It waits only for calls that are cancelled or that time out.</summary>
    public const string Text = """
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantInstallToken -GetTenantInstallToken {
            param($clientId)
            switch -Wildcard ($clientId) {
                'error-*' { Write-Error "wrong: $clientId" }
                'throw-*' { throw "thrown: $clientId" }
                'wait-*' { Start-Sleep -Seconds 60 }
            }
            Write-Warning "for $clientId"
            "token-$clientId"
        }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantUninstallToken -GetTenantUninstallToken {
            [ScriptTimeout(TimeoutSeconds = 1)]
            param($clientId)
            Start-Sleep -Seconds 60
            $clientId
        }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingAgents -GetAgents {
            param($clientIds)
            foreach ($n in 1..600) { New-IntegrationAgent -AgentId "$($clientIds[0])/$n" -Name "PC-$n" -ClientId $clientIds[0] -IsOnline $true }
        }
        return $Integration
        """;
}
