using System.Text.Json;
using Immy.Typed.Server.Tests.Maintenance;

namespace Immy.Typed.Server.Tests.Tokens;

/// <summary>Tokens in the scripts of a deployment's actions, over real HTTP: found, or told what to set and where.</summary>
public sealed class TokenTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    private const string Install = "$token = Get-IntegrationAgentInstallToken\n\"token: $token\"";

    private static readonly string[] Excluded = ["ISupportsTenantInstallToken"];

    [Fact]
    public async Task A_token_is_found_through_deployment_link_computer_tenant_and_client()
    {
        var (link, tenant) = await MappedAsync();
        var computer = await world.ComputerAsync("PC-1", tenant);
        await world.AgentAsync(link, "agent-7", computer);

        var action = await world.InstallAsync(
            computer, "$install = Get-IntegrationAgentInstallToken\nWrite-Host \"with $install\"\n$install.Length\n(Get-IntegrationTenantUninstallToken).Length\n(Get-IntegrationAgentUninstallToken)\n$install", link);

        Assert.Equal(("Succeeded", $"{"install-secret-of-site-1".Length}\n{"uninstall-secret-of-site-1".Length}\n********\n********"), (Text(action, "state"), Text(action, "output")));
        Assert.Equal(link, Text(action, "providerLinkId"));
        Assert.Equal(["with ********"], await world.EventsAsync(Text(action, "runId"), "Host"));
        var parts = await world.Server.ItemsAsync($"runs?parentId={Text(action, "runId")}");
        Assert.Equal(
            ["ISupportsAgentUninstallToken.GetAgentUninstallToken Ok test", "ISupportsTenantInstallToken.GetTenantInstallToken Ok test", "ISupportsTenantUninstallToken.GetTenantUninstallToken Ok test"],
            parts.Select(static run => $"{run.GetProperty("name")} {run.GetProperty("state")} {run.GetProperty("causedBy")}").Order());
    }

    [Fact]
    public async Task Software_that_is_linked_to_no_integration_type_has_no_tokens()
    {
        var computer = await world.ComputerAsync("PC-2");
        var action = await world.InstallAsync(computer, Install, isLinked: false);
        var software = Text(action, "softwareId");

        AssertFailed(action, "IMMY404: Get-IntegrationAgentInstallToken finds no integration", $"The software '{Text(action, "softwareName")}' is linked to no integration type. Link it: PUT /api/v1/software/{software} with integrationTypeId.");
    }

    [Fact]
    public async Task Several_links_of_which_none_is_chosen_are_named()
    {
        var type = await world.TypeAsync("Two links", Script("c1"));
        var computer = await world.ComputerAsync("PC-3");
        var software = await world.SoftwareAsync("Agent of two links", Install, type: type);
        var eu = await world.LinkAsync("Two EU", type);
        var deployment = DeployWorld.Id(await world.DeployAsync(software, computer));
        var us = await world.LinkAsync("Two US", type);

        var action = Assert.Single((await world.MaintainAsync(computer)).GetProperty("actions").EnumerateArray());

        AssertFailed(
            action,
            "IMMY404",
            $"There are 2 provider links of the integration type 'Two links', and none is chosen: 'Two EU' ({eu}), 'Two US' ({us}). Choose one of them as providerLinkId of the deployment: PUT /api/v1/deployments/{deployment}.");
    }

    [Fact]
    public async Task A_type_without_links_and_one_whose_links_are_switched_off_are_told()
    {
        var type = await world.TypeAsync("No link", Script("c1"));
        var computer = await world.ComputerAsync("PC-4");
        await world.DeployAsync(await world.SoftwareAsync("Agent of no link", Install, type: type), computer);
        AssertFailed(Only(await world.MaintainAsync(computer)), "IMMY404", "There is no provider link of the integration type 'No link'. Make one: POST /api/v1/provider-links.");

        var link = await world.LinkAsync("No link 1", type);
        await world.SwitchAsync(link, isEnabled: false);
        AssertFailed(
            Only(await world.MaintainAsync(computer)),
            "IMMY404",
            $"No provider link of the integration type 'No link' is switched on: 'No link 1' ({link}). Switch one on: PUT /api/v1/provider-links/{{id}} with isEnabled true.");
    }

    [Fact]
    public async Task A_chosen_link_that_is_switched_off_is_told()
    {
        var link = await world.LinkAsync("Acme off");
        var computer = await world.ComputerAsync("PC-5");
        var deployment = DeployWorld.Id(await world.DeployAsync(await world.SoftwareAsync("Agent of a link that is off", Install), computer, link));
        await world.SwitchAsync(link, isEnabled: false);

        AssertFailed(
            Only(await world.MaintainAsync(computer)),
            "IMMY404",
            $"The provider link 'Acme off' is switched off. Switch it on: PUT /api/v1/provider-links/{link} with isEnabled true; or choose another one as providerLinkId of the deployment: PUT /api/v1/deployments/{deployment}.");
    }

    [Fact]
    public async Task A_link_whose_Init_failed_is_told_and_the_script_runs_all_the_same()
    {
        var link = await world.LinkAsync("Acme without Init", fails: "the key is refused");
        var action = await world.InstallAsync(await world.ComputerAsync("PC-6"), "'begins'\n" + Install, link);

        AssertFailed(action, "IMMY404", "The provider link 'Acme without Init' does not serve. The provider link is not initialized: ");
        Assert.Contains("the key is refused", Text(action, "error"), StringComparison.Ordinal);
        Assert.Equal("begins\ntoken: ", Text(action, "output"));
    }

    [Fact]
    public async Task A_computer_without_a_tenant_and_a_tenant_that_is_not_mapped_are_told()
    {
        var link = await world.LinkAsync("Acme unmapped");
        var alone = await world.ComputerAsync("PC-7");
        AssertFailed(await world.InstallAsync(alone, Install, link), "IMMY406: Get-IntegrationAgentInstallToken finds no client", $"The computer 'PC-7' belongs to no tenant. Set its tenant: PUT /api/v1/computers/{alone} with tenantId.");

        var computer = await world.ComputerAsync("PC-8", await world.TenantAsync("Fabrikam"));
        AssertFailed(
            await world.InstallAsync(computer, Install, link),
            "IMMY406",
            $"The tenant 'Fabrikam' is not mapped to a client of the provider link 'Acme unmapped'. Map it: PUT /api/v1/provider-links/{link}/clients/{{client}}/tenant, or on the link's Clients tab.");
    }

    [Fact]
    public async Task A_tenant_that_is_mapped_to_two_clients_is_told()
    {
        var link = await world.LinkAsync("Acme mapped twice");
        var tenant = await world.TenantAsync("Litware");
        await world.MapAsync(link, tenant, "site-1", "site-2");

        AssertFailed(
            await world.InstallAsync(await world.ComputerAsync("PC-9", tenant), Install, link),
            "IMMY406",
            $"The tenant 'Litware' is mapped to 2 clients of the provider link 'Acme mapped twice': 'Site One', 'Site Two'. Keep one of them: unmap the others with PUT /api/v1/provider-links/{link}/clients/{{client}}/tenant and tenantId null, or on the link's Clients tab.");
    }

    [Fact]
    public async Task A_capability_that_the_script_lacks_is_told()
    {
        var type = await world.TypeAsync("Bare", "$Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }\nreturn $Integration");
        var link = await world.LinkAsync("Bare one", type);

        AssertFailed(
            await world.InstallAsync(await world.ComputerAsync("PC-10"), Install, link, type: type),
            "IMMY405",
            "Get-IntegrationAgentInstallToken needs ISupportsTenantInstallToken, which the integration 'Bare one' does not have. Add ISupportsTenantInstallToken to the integration's script.");
    }

    [Fact]
    public async Task A_capability_that_is_excluded_for_the_link_is_told()
    {
        var (_, created) = await world.Server.PostAsync(
            "provider-links", new { integrationTypeId = world.Type, name = "Acme excluded", values = new { world.Remote.Url }, excludedCapabilities = Excluded });

        AssertFailed(
            await world.InstallAsync(await world.ComputerAsync("PC-13"), Install, DeployWorld.Id(created)),
            "IMMY405",
            "Get-IntegrationAgentInstallToken needs ISupportsTenantInstallToken, which is excluded for the integration 'Acme excluded'. Take it off the excluded capabilities of that instance.");
    }

    [Fact]
    public async Task A_computer_without_an_agent_and_one_with_two_are_told()
    {
        var link = await world.LinkAsync("Acme agents");
        var computer = await world.ComputerAsync("PC-11");
        var software = await world.SoftwareAsync("Agent to uninstall", uninstall: "Get-IntegrationAgentUninstallToken");
        await world.DeployAsync(software, computer, link, "Uninstalled");
        AssertFailed(
            Only(await world.MaintainAsync(computer)),
            "IMMY407: Get-IntegrationAgentUninstallToken finds no agent",
            "The computer 'PC-11' is linked to no agent of the provider link 'Acme agents'. Link one: PUT /api/v1/agents/{agent}/computer, or wait until a sync has listed it and identification has linked it.");

        await world.AgentAsync(link, "a1", computer);
        await world.AgentAsync(link, "a2", computer);
        AssertFailed(
            Only(await world.MaintainAsync(computer)),
            "IMMY407",
            "The computer 'PC-11' is linked to 2 agents of the provider link 'Acme agents': 'a1' (a1), 'a2' (a2). Keep one of them: unlink the others with PUT /api/v1/agents/{agent}/computer and computerId null.");
    }

    [Fact]
    public async Task A_token_script_that_fails_is_told_with_its_place()
    {
        var link = await world.LinkAsync("Acme expired");
        var tenant = await world.TenantAsync("Northwind");
        await world.MapAsync(link, tenant, "site-2");

        var action = await world.InstallAsync(await world.ComputerAsync("PC-12", tenant), Install, link);

        AssertFailed(action, "IMMY202", "Acme.ps1(4,35): error IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: the site has expired.");
        var run = await world.Server.GetAsync($"runs/{Text(action, "runId")}");
        Assert.Equal("Failed", Text(run, "state"));
        Assert.Contains("the site has expired", Text(run, "message"), StringComparison.Ordinal);
    }

    private static string Script(string client) => $$"""
        $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { New-IntegrationClient {{client}} Contoso }
        return $Integration
        """;

    private static void AssertFailed(JsonElement action, string id, string message)
    {
        Assert.Equal("Failed", Text(action, "state"));
        Assert.Contains(id, Text(action, "error"), StringComparison.Ordinal);
        Assert.Contains(message, Text(action, "error"), StringComparison.Ordinal);
    }

    private static JsonElement Only(JsonElement session) => Assert.Single(session.GetProperty("actions").EnumerateArray());

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<(string Link, string Tenant)> MappedAsync()
    {
        var link = await world.LinkAsync("Acme EU");
        var tenant = await world.TenantAsync("Contoso");
        await world.MapAsync(link, tenant, "site-1");
        return (link, tenant);
    }
}
