namespace Immy.Typed.Server.Tests.Fuzzing;

/// <summary>An integration with every capability, which asks its remote system for nothing but installers.</summary>
internal static class FuzzScript
{
    /// <summary>A value of the form that no answer may show.</summary>
    public const string Secret = "secret-of-the-link-4711";

    public const string Text = """
        $Integration = New-DynamicIntegration -Init { param([Parameter(Mandatory)][string]$Url, [Password()][string]$Key, [int]$Retries = 3) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability IRunScriptProvider -RunScript { param($agent, $scriptCode, $scriptLanguage, $timeout, $scriptPath) "$scriptLanguage $timeout $scriptCode" } -get_DefaultTimeout { 60 }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentPowerShellInstallScript -GetAgentPowerShellInstallScript { param([string]$clientId) "Install-Agent $clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentUninstallToken -GetAgentUninstallToken { param([string]$agentId) "uninstall $agentId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsAuthenticatedDownload -GetAuthHeader { @{ Authorization = 'Bearer ticket' } }
        $Integration | Add-DynamicIntegrationCapability ISupportsClientGrouping -GetClientGroups { [ProviderClientGroup]@{ ExternalGroupId = 'g1'; GroupName = 'Gold'; ExternalClientIds = 'c1', 'c2' } }
        $Integration | Add-DynamicIntegrationCapability ISupportsDeletingOfflineAgent -DeleteAgent { param($agent) }
        $Integration | Add-DynamicIntegrationCapability ISupportsDownloadAgentInstaller -GetAgentInstallerDownload { param([string]$clientId) [AgentInstallerDownload]@{ Url = "$($providerTypeFormData.Url)/agent.msi"; FileName = 'agent.msi' } }
        $Integration | Add-DynamicIntegrationCapability ISupportsDynamicVersions -GetDynamicVersions { param($externalClientId) New-DynamicVersion -Version 2.1 -Url "$($providerTypeFormData.Url)/agent-2.1.msi" }
        $Integration | Add-DynamicIntegrationCapability ISupportsExternalProviderAgentUrl -GetExternalProviderAgentUrl { param($device) "https://acme.example/agents/$($device.ExternalAgentId)" }
        $Integration | Add-DynamicIntegrationCapability ISupportsGetLatestAgentVersion -GetLatestAgentVersion { param([string]$externalClientId) [Version]'2.1.0' }
        $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest { [ObjectResult]::new('ok') }
        $Integration | Add-DynamicIntegrationCapability ISupportsInventoryIdentification -GetInventoryScript { 'a1' }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { 'c1', 'c2' | ForEach-Object { New-IntegrationClient $_ "Client $_" } }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents { param([string[]]$clientIds) 1..20 | ForEach-Object { New-IntegrationAgent -AgentId "a$_" -Name "PC $_" -ClientId 'c1' -SerialNumber "SN-$_" -AgentVersion '1.2.3' -SupportsOnlineStatus $true } }
        $Integration | Add-DynamicIntegrationCapability ISupportsMaintenanceMode -EnableMaintenanceMode { param($agent, $duration) } -DisableMaintenanceMode { param($agent) }
        $Integration | Add-DynamicIntegrationCapability ISupportsSupportTicketDetailOverride -CreateTicket { param($requesterEmail, $subject, $notes, $blobUrls, $sessionUrl, $user) [SupportTicketCreationResult]@{ Success = $true; Message = 'Ticket 1' } } -NewSupportFormBranding { New-SupportFormBranding -SupportSidebarTitle 'Ask us' }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId) "install $clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantUninstallToken -GetTenantUninstallToken { param($clientId) "uninstall $clientId" }
        return $Integration
        """;
}
