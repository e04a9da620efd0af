using System.Reflection;
using System.Text.Json;

namespace Immy.Typed.Server.Tests.Harness;

/// <summary>A server that knows a contributor's capabilities, with one link whose script adds many.</summary>
public sealed class CapabilityFixture : IAsyncLifetime
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([Password()][string]$Key) $IntegrationContext.ApiKey = $Key; [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
            param([string[]]$clientIds)
            foreach ($id in $clientIds) {
                if ($id -eq 'broken') { throw 'The page is gone.' }
                if ($id -eq 'partial') { Write-Error 'One agent is unreadable.'; continue }
                New-IntegrationAgent -AgentId "agent-$id" -ClientId $id -Name "PC of $id" -AgentVersion '1.2.3'
            }
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsMaintenanceMode -EnableMaintenanceMode {
            param($agent, $duration)
            $IntegrationContext.Maintenance = "$($agent.ExternalAgentId) $($agent.AgentVersion.Major) $($duration.TotalMinutes)"
        } -DisableMaintenanceMode { param($agent) }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId) "token of $clientId after $($IntegrationContext.Maintenance)" }
        $Integration | Add-DynamicIntegrationCapability ISupportsAuthenticatedDownload -GetAuthHeader { @{ Authorization = "Bearer $($IntegrationContext.ApiKey)" } }
        $Integration | Add-DynamicIntegrationCapability IRunScriptProvider -RunScript { param($agent, $scriptCode, $scriptLanguage, $timeout, $scriptPath) "$scriptLanguage $timeout $scriptCode" } -get_DefaultTimeout { 60 }
        $Integration | Add-DynamicIntegrationCapability ISupportsHttpRequest -HandleHttpRequest { [ObjectResult]::new('ok') }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient 1 Contoso }
        $Integration | Add-DynamicIntegrationCapability ISupportsRebootingAgents -RebootAgent { param($agent) if ($agent.Name -ne 'PC') { throw "No computer $($agent.Name)" } }
        $Integration | Add-DynamicIntegrationCapability ISupportsCountingAgents -CountAgents { 42 }
        return $Integration
        """;

    private static readonly string[] Excluded = ["ISupportsListingClients"];

    internal TestServer Server { get; private set; } = null!;

    internal string Link { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var contracts = typeof(CapabilityFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "SampleContracts").Value!;
        Server = await TestServer.StartAsync(null, "--Server:CapabilityAssemblies:0", contracts);
        var (made, type) = await Server.PostAsync("integration-types", new { name = "Acme", script = Script });
        Assert.True(made == 201, type.ToString());
        var (status, link) = await Server.PostAsync("provider-links", new
        {
            integrationTypeId = type.GetProperty("id").GetString(),
            name = "Acme",
            values = new { Key = "key-47110815" },
            excludedCapabilities = Excluded,
        });
        Assert.True(status == 201, link.ToString());
        Link = $"provider-links/{link.GetProperty("id").GetString()}";
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Calls a block; gives the status and the answer's text.</summary>
    internal async Task<(int Status, string Answer)> CallAsync(string block, string body, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Link}/capabilities/{block.Replace('.', '/')}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        using var response = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Calls a block that is refused; gives the status and the detail, or what is wrong with a parameter.</summary>
    internal async Task<(int Status, string? Message)> RefusedAsync(string block, string body, string? parameter = null)
    {
        var (status, answer) = await CallAsync(block, body);
        var problem = JsonElement.Parse(answer);
        return (status, parameter is null ? problem.GetProperty("detail").GetString() : problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }
}
