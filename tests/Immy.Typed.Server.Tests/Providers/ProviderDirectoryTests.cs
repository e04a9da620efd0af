using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Tests.Maintenance;

namespace Immy.Typed.Server.Tests.Providers;

/// <summary>Get-ProviderInfo and Get-ProviderAgent over what the server keeps, in blocks of integrations and in scripts of actions.</summary>
public sealed class ProviderDirectoryTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    // What a block asks stands in the name of the one client that it lists.
    private const string Asks = """
        $Integration = New-DynamicIntegration -Init { param([string]$Site, [int]$Port, [Password()][string]$Key) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId)
            $ErrorActionPreference = 'Stop'
            $info = Get-ProviderInfo $clientId
            "$($info.ProviderLinkId) $($info.Name) $($info.Type) $($info.Configuration.site) $($info.Configuration.Port + 1) [$(($info.Configuration.Keys | Sort-Object) -join ' ')]"
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantUninstallToken -GetTenantUninstallToken { param($clientId) $ErrorActionPreference = 'Stop'; (Get-ProviderInfo -ProviderLinkId $clientId).Name }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_block_finds_a_link_by_name_or_id_with_its_values_but_no_secrets()
    {
        var link = await LinkAsync("Directory One");

        Assert.Equal((200, $"{link} Directory One Type of Directory One east 444 [Port Site]"), await AskAsync(link, "Install", "directory ONE"));
        Assert.Equal((200, "Directory One"), await AskAsync(link, "Uninstall", link));
    }

    [Fact]
    public async Task What_is_saved_is_seen_at_once()
    {
        var link = await LinkAsync("Before");
        Assert.Equal(200, (await AskAsync(link, "Install", "Before")).Status);

        var (status, _) = await world.Server.EditAsync(HttpMethod.Put, $"provider-links/{link}", new { name = "After", values = new { Site = "west", Port = 1 } });
        Assert.Equal(200, status);
        Assert.Equal((200, $"{link} After Type of Before west 2 [Port Site]"), await AskAsync(link, "Install", "After"));
        var (missing, problem) = await AskAsync(link, "Install", "Before");
        Assert.Equal(502, missing);
        Assert.Contains("There is no integration instance named 'Before'.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_missing_or_means_several_is_told()
    {
        var link = await LinkAsync("Twin");
        Assert.Contains("IMMY410: There is no integration instance named 'Twinn'. Did you mean 'Twin'?", (await AskAsync(link, "Install", "Twinn")).Text, StringComparison.Ordinal);

        var other = await LinkAsync("TWIN");
        Assert.Contains(
            $"IMMY410: There are 2 integration instances named 'twin': 'TWIN' ({other}), 'Twin' ({link}). Write the name in its own case, or pass -ProviderLinkId.", (await AskAsync(link, "Install", "twin")).Text, StringComparison.Ordinal);
        Assert.StartsWith($"{other} TWIN ", (await AskAsync(link, "Install", "TWIN")).Text, StringComparison.Ordinal);
        Assert.Contains("IMMY410: There is no integration instance with the link id 4711. Pass the id of one that exists, or its name: -Name.", (await AskAsync(link, "Uninstall", "4711")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_of_an_action_gets_its_link_and_the_agents_of_the_database()
    {
        var link = await world.LinkAsync("Fleet");
        var tenant = await world.TenantAsync("Fleet");
        var computer = await world.ComputerAsync("PC-FLEET", tenant);
        await world.AgentAsync(link, "mine", computer);
        await world.ChangeAsync(database => database.AddRange(Enumerable.Range(0, 1_200).Select(number => new RemoteAgent
        {
            ProviderLinkId = Guid.Parse(link),
            ExternalAgentId = $"agent-{number:0000}",
            ExternalClientId = number % 2 == 0 ? "Even" : "Odd",
            Name = $"PC {number}",
            AgentVersion = "1.2.3",
            GoneAt = number == 7 ? DateTimeOffset.UtcNow : null,
        })));

        var action = await world.InstallAsync(
            computer,
            """
            "$((Get-ProviderInfo).Name) $((Get-ProviderAgent).ExternalAgentId)"
            "$(@(Get-ProviderAgent -Name fleet).Count) $(@(Get-ProviderAgent fleet -ClientId even).Count) $(@(Get-ProviderAgent fleet -ClientId Odd).Count)"
            "$((Get-ProviderAgent fleet -AgentId AGENT-0042).AgentVersion.Minor) $((Get-ProviderAgent fleet -AgentId agent-0007) -eq $null) $(@(Get-ProviderAgent fleet | Select-Object -First 3).Count)"
            """,
            link);
        Assert.Equal("Fleet mine\n1200 600 599\n2 True 3", action.GetProperty("output").GetString());
    }

    private async Task<string> LinkAsync(string name)
    {
        var type = await world.TypeAsync($"Type of {name}", Asks);
        var (status, link) = await world.Server.PostAsync("provider-links", new { integrationTypeId = type, name, values = new { Site = "east", Port = 443, Key = "hidden-secret" } });
        Assert.True(status == 201, link.ToString());
        return DeployWorld.Id(link);
    }

    private async Task<(int Status, string Text)> AskAsync(string link, string what, string clientId)
    {
        using var response = await world.Server.Client.PostAsJsonAsync($"provider-links/{link}/capabilities/ISupportsTenant{what}Token/GetTenant{what}Token", new { clientId }, Token);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? answer.GetString()! : answer.GetProperty("detail").GetString()!);
    }
}
