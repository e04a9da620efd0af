using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Maintenance;

namespace Immy.Typed.Server.Tests.Deployments;

/// <summary>Deployments over real HTTP: for one target, through one provider link.</summary>
public sealed class DeploymentTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    private const string Script = "$Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }\nreturn $Integration";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_one_provider_link_none_is_chosen_and_with_several_one_must_be()
    {
        var type = await world.TypeAsync("Duo", Script);
        var software = await world.SoftwareAsync("Duo agent", "'installs'", type: type);
        var (first, second) = (await world.TenantAsync("Contoso"), await world.TenantAsync("Fabrikam"));
        var eu = await world.LinkAsync("Duo EU", type);
        Assert.Equal(JsonValueKind.Null, (await world.DeployToTenantAsync(software, first)).GetProperty("providerLinkId").ValueKind);
        var us = await world.LinkAsync("Duo US", type);

        var (status, refused) = await world.Server.PostAsync("deployments", new { softwareId = software, tenantId = second });
        Assert.Equal((400, $"There are 2 provider links of the integration type 'Duo'. Choose one of 'Duo EU' ({eu}), 'Duo US' ({us})."), (status, Text(refused, "detail")));
        Assert.True(refused.GetProperty("errors").TryGetProperty("providerLinkId", out _));

        var deployment = await world.DeployToTenantAsync(software, second, us);
        Assert.Equal(("Duo agent", "Fabrikam", us, "Installed"), (Text(deployment, "softwareName"), Text(deployment, "tenantName"), Text(deployment, "providerLinkId"), Text(deployment, "desiredState")));
        await world.SwitchAsync(us, isEnabled: false);
        var third = await world.TenantAsync("Litware");
        Assert.Equal(JsonValueKind.Null, (await world.DeployToTenantAsync(software, third)).GetProperty("providerLinkId").ValueKind);
        Assert.Equal(3, (await world.Server.ItemsAsync($"deployments?softwareId={software}")).Count);
    }

    [Fact]
    public async Task A_link_of_another_type_is_refused()
    {
        var other = await world.TypeAsync("Other", Script);
        var (link, mine) = (await world.LinkAsync("Other one", other), await world.LinkAsync("Acme one"));
        var tenant = await world.TenantAsync("Northwind");
        var software = await world.SoftwareAsync("Acme agent", "'installs'");
        var unlinked = await world.SoftwareAsync("Nobody's", "'installs'", isLinked: false);

        Assert.Equal((400, $"There is no provider link {link} of the integration type 'Acme'. Choose one of 'Acme one' ({mine})."), await PostAsync(new { softwareId = software, tenantId = tenant, providerLinkId = link }));
        Assert.Equal(
            (400, $"The software 'Nobody's' is linked to no integration type, so no provider link serves it. Leave providerLinkId out, or link the software: PUT /api/v1/software/{unlinked}."),
            await PostAsync(new { softwareId = unlinked, tenantId = tenant, providerLinkId = link }));
    }

    [Fact]
    public async Task It_is_for_one_target_that_there_is_and_once()
    {
        var software = await world.SoftwareAsync("Once", "'installs'", isLinked: false);
        var (tenant, unknown) = (await world.TenantAsync("Woodgrove"), Guid.NewGuid());
        var computer = await world.ComputerAsync("PC-1", tenant);

        Assert.Equal((400, $"There is no software {unknown}."), await PostAsync(new { softwareId = unknown, tenantId = tenant }));
        Assert.Equal((400, "A deployment is for a tenant or for one computer. Send either tenantId or computerId."), await PostAsync(new { softwareId = software }));
        Assert.Equal((400, "A deployment is for a tenant or for one computer. Send either tenantId or computerId."), await PostAsync(new { softwareId = software, tenantId = tenant, computerId = computer }));
        Assert.Equal((400, $"There is no tenant {unknown}."), await PostAsync(new { softwareId = software, tenantId = unknown }));
        Assert.Equal((400, $"There is no computer {unknown}."), await PostAsync(new { softwareId = software, computerId = unknown }));
        var (status, detail) = await PostAsync(new { softwareId = software, computerId = computer, desiredState = 7 });
        Assert.Equal(400, status);
        Assert.StartsWith("The body is not the JSON that is expected: at $.desiredState", detail, StringComparison.Ordinal);
        var deployment = DeployWorld.Id(await world.DeployAsync(software, computer));
        Assert.Equal((409, $"'Once' has a deployment for that computer already: change it with PUT /api/v1/deployments/{deployment}."), await PostAsync(new { softwareId = software, computerId = computer }));
    }

    [Fact]
    public async Task A_change_names_the_state_that_was_read()
    {
        var id = DeployWorld.Id(await world.DeployAsync(await world.SoftwareAsync("Changed", "'installs'", isLinked: false), await world.ComputerAsync("PC-2")));
        using var read = await world.Server.Client.GetAsync($"deployments/{id}", Token);
        var tag = read.Headers.ETag!.ToString();

        Assert.Equal(200, await PutAsync(id, tag));
        Assert.Equal(412, await PutAsync(id, tag));
        Assert.Equal("Uninstalled", Text(await world.Server.GetAsync($"deployments/{id}"), "desiredState"));
    }

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<(int Status, string? Detail)> PostAsync(object body)
    {
        var (status, answer) = await world.Server.PostAsync("deployments", body);
        return (status, Text(answer, "detail"));
    }

    private async Task<int> PutAsync(string id, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"deployments/{id}") { Content = JsonContent.Create(new { desiredState = "Uninstalled" }), Headers = { { "If-Match", tag } } };
        using var response = await world.Server.Client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }
}
