using System.Text.Json;
using Immy.Typed.Server.Tests.Maintenance;

namespace Immy.Typed.Server.Tests.Software;

/// <summary>The install script that an integration offers: shown, and run on a real computer by a maintenance session.</summary>
public sealed class InstallScriptTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([Password()][string]$Key) $IntegrationContext.Key = $Key; [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { 'good', 'empty', 'refused', 'breaks' | ForEach-Object { New-IntegrationClient $_ $_ } }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentPowerShellInstallScript -GetAgentPowerShellInstallScript { param($clientId)
            switch ($clientId) {
                'good' { "'installed for $clientId with $($IntegrationContext.Key) by PowerShell ' + `$PSVersionTable.PSVersion.Major" }
                'empty' { '  ' }
                'refused' { throw 'the site has expired' }
                'breaks' { "'began'; throw 'the disk is full: $($IntegrationContext.Key)'" }
            }
        }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_installs_software_without_a_script_of_its_own_on_the_computer_of_the_mapped_client()
    {
        var (type, link) = await LinkAsync("Offers");

        var action = await InstallAsync("Good", type, link, "good");
        Assert.Equal(("Succeeded", "installed for good with ******** by PowerShell 7"), (Text(action, "state"), Text(action, "output")));
        Assert.Contains("The provider link offers the install script.", await world.EventsAsync(Text(action, "runId"), "Note"));
    }

    [Fact]
    public async Task What_keeps_it_from_running_or_fails_in_it_is_the_error_of_the_action()
    {
        var (type, link) = await LinkAsync("Offers badly");

        Assert.Equal(
            "The provider link 'Offers badly' offers an empty install script for the client 'empty'. Let GetAgentPowerShellInstallScript of its script write the text, or give the software an install script of its own.",
            Text(await InstallAsync("Empty", type, link, "empty"), "error"));
        Assert.Contains("the site has expired", Text(await InstallAsync("Refused", type, link, "refused"), "error"), StringComparison.Ordinal);
        var broken = await InstallAsync("Breaks", type, link, "breaks");
        Assert.Equal(("began", "Failed"), (Text(broken, "output"), Text(broken, "state")));
        Assert.StartsWith("The install script failed on PC of Breaks: ", Text(broken, "error"), StringComparison.Ordinal);
        Assert.Contains("the disk is full: ********", Text(broken, "error"), StringComparison.Ordinal);
        Assert.StartsWith(
            $"The tenant 'Unmapped' is not mapped to a client of the provider link 'Offers badly'. Map it: PUT /api/v1/provider-links/{link}/clients/", Text(await InstallAsync("Unmapped", type, link, null), "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_for_a_tenant_with_secrets_masked()
    {
        var (type, link) = await LinkAsync("Shows");
        var software = await world.SoftwareAsync("Shown Agent", type: type);
        var tenant = await world.TenantAsync("Shown");
        var path = $"software/{software}/install-script?tenantId={tenant}";

        Assert.Equal(
            (409, $"The tenant 'Shown' is not mapped to a client of the provider link 'Shows'. Map it: PUT /api/v1/provider-links/{link}/clients/{{client}}/tenant, or on the link's Clients tab."), await ReadAsync(path));
        await world.MapAsync(link, tenant, "good");
        var shown = await world.Server.GetAsync(path);
        Assert.Equal(
            ("'installed for good with ******** by PowerShell ' + $PSVersionTable.PSVersion.Major", false, link, "Shows", "good"),
            (Text(shown, "script"), shown.GetProperty("isOwn").GetBoolean(), Text(shown, "providerLinkId"), Text(shown, "providerLinkName"), Text(shown, "clientId")));
        Assert.Equal(502, (await ReadAsync($"software/{software}/install-script?clientId=empty")).Status);
        Assert.Equal(
            (404, $"There is no client 'other' of the provider link 'Shows'. GET /api/v1/provider-links/{link}/clients lists those that there are, and POST /api/v1/provider-links/{link}/clients/sync takes over new ones."),
            await ReadAsync($"software/{software}/install-script?clientId=other"));
    }

    [Fact]
    public async Task The_softwares_own_script_comes_first()
    {
        var software = await world.SoftwareAsync("Own Agent", "'own'", isLinked: false);

        var shown = await world.Server.GetAsync($"software/{software}/install-script");
        Assert.Equal(("'own'", true), (Text(shown, "script"), shown.GetProperty("isOwn").GetBoolean()));
        var none = await world.SoftwareAsync("No Agent", isLinked: false);
        Assert.Equal((400, $"The software 'No Agent' is linked to no integration type. Link it: PUT /api/v1/software/{none} with integrationTypeId."), await ReadAsync($"software/{none}/install-script?clientId=c"));
    }

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<(string Type, string Link)> LinkAsync(string name)
    {
        var type = await world.TypeAsync(name, Script);
        var (status, link) = await world.Server.PostAsync("provider-links", new { integrationTypeId = type, name, values = new { Key = "link-secret" } });
        Assert.True(status == 201, link.ToString());
        return (type, DeployWorld.Id(link));
    }

    private async Task<JsonElement> InstallAsync(string name, string type, string link, string? client)
    {
        var tenant = await world.TenantAsync(name);
        if (client is not null)
        {
            await world.MapAsync(link, tenant, client);
        }

        var computer = await world.ComputerAsync($"PC of {name}", tenant);
        await world.DeployAsync(await world.SoftwareAsync($"Agent of {name}", type: type), computer, link);
        return Assert.Single((await world.MaintainAsync(computer)).GetProperty("actions").EnumerateArray());
    }

    private async Task<(int Status, string? Detail)> ReadAsync(string path)
    {
        using var response = await world.Server.Client.GetAsync(path, Token);
        return ((int)response.StatusCode, Text(JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)), "detail"));
    }
}
