using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Maintenance;

namespace Immy.Typed.Server.Tests.Software;

/// <summary>Software over real HTTP: its scripts are checked before they are saved, and its versions come from the provider link.</summary>
public sealed class SoftwareTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_that_cannot_run_is_refused_with_its_place_and_nothing_is_saved()
    {
        var (status, refused) = await world.Server.PostAsync(
            "software", new { name = "Broken", installScript = "'begins'\nGet-IntegrationAgentInstalToken", uninstallScript = "Remove-Item C:\\Acme" });

        Assert.Equal((422, "The script does not load. Nothing was saved."), (status, Text(refused, "detail")));
        Assert.Equal(
            [
                "Install Broken.ps1 2,1 IMMY114: 'Get-IntegrationAgentInstalToken' is not a command. Did you mean 'Get-IntegrationAgentInstallToken'?",
                "Uninstall Broken.ps1 1,1 IMMY116: Remove-Item reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Remove-Item ... }.",
            ],
            refused.GetProperty("problems").EnumerateArray().Select(static problem
                => $"{Text(problem, "file")} {problem.GetProperty("line")},{problem.GetProperty("column")} {Text(problem, "id")}: {Text(problem, "message")} {Text(problem, "mend")}"));
        Assert.Empty(await world.Server.ItemsAsync("software?name=Broken"));
    }

    [Fact]
    public async Task What_was_saved_is_read_and_a_stale_or_blind_save_is_refused()
    {
        var id = await world.SoftwareAsync("Acme Agent", "'installs'", "'removes'");
        using var read = await world.Server.Client.GetAsync($"software/{id}", Token);
        var shown = await read.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(("Acme Agent", world.Type, "'installs'", "'removes'"), (Text(shown, "name"), Text(shown, "integrationTypeId"), Text(shown, "installScript"), Text(shown, "uninstallScript")));
        var tag = read.Headers.ETag!.ToString();

        Assert.Equal((428, "Say which state of the software you edit: send the ETag that you read as If-Match."), await SendAsync(HttpMethod.Put, id, null, new { name = "Renamed" }));
        Assert.Equal(200, (await SendAsync(HttpMethod.Put, id, tag, new { name = "Renamed", integrationTypeId = world.Type, installScript = "  " })).Status);
        Assert.Equal((412, "The software was changed since it was read. Read it again, and save with its new ETag."), await SendAsync(HttpMethod.Put, id, tag, new { name = "Again" }));
        var renamed = await world.Server.GetAsync($"software/{id}");
        Assert.Equal(("Renamed", null), (Text(renamed, "name"), Text(renamed, "installScript")));
    }

    [Fact]
    public async Task Names_types_and_roles_are_checked()
    {
        await world.SoftwareAsync("Taken", isLinked: false);
        var unknown = Guid.NewGuid();

        Assert.Equal((409, "The name 'Taken' belongs to another software. Choose another name."), Told(await world.Server.PostAsync("software", new { name = "Taken" })));
        Assert.Equal((400, "The software needs a name."), Told(await world.Server.PostAsync("software", new { })));
        Assert.Equal((400, "The name has 201 characters. Choose one of at most 200."), Told(await world.Server.PostAsync("software", new { name = new string('x', 201) })));
        Assert.Equal((400, $"There is no integration type {unknown}."), Told(await world.Server.PostAsync("software", new { name = "Unlinked", integrationTypeId = unknown })));
        using var reader = await world.Server.ClientOfAsync(Role.Operator);
        using var forbidden = await reader.PostAsJsonAsync("software", new { name = "Forbidden" }, Token);
        Assert.Equal(403, (int)forbidden.StatusCode);
    }

    [Fact]
    public async Task Software_with_deployments_is_kept()
    {
        var id = await world.SoftwareAsync("Deployed", "'installs'");
        await world.LinkAsync("Deployed link");
        var tenant = await world.TenantAsync("Wingtip");
        var links = (await world.Server.ItemsAsync("provider-links")).Where(link => Text(link, "integrationTypeId") == world.Type).ToList();
        var deployment = DeployWorld.Id(await world.DeployToTenantAsync(id, tenant, Text(links[0], "id")));

        Assert.Equal((409, $"1 deployment is of this software. Delete it first: GET /api/v1/deployments?softwareId={id}."), await SendAsync(HttpMethod.Delete, id, await TagAsync($"software/{id}"), null));
        Assert.Equal(
            (409, "Deployments of this software chose provider links of its present integration type. Let them choose none, then change the type."),
            await SendAsync(HttpMethod.Put, id, await TagAsync($"software/{id}"), new { name = "Deployed" }));
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"deployments/{deployment}") { Headers = { { "If-Match", await TagAsync($"deployments/{deployment}") } } };
        using var deleted = await world.Server.Client.SendAsync(request, Token);
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal((204, null), await SendAsync(HttpMethod.Delete, id, await TagAsync($"software/{id}"), null));
    }

    [Fact]
    public async Task Versions_are_those_that_the_provider_link_offers_a_client()
    {
        var id = await world.SoftwareAsync("Versioned", "'installs'");
        var link = await world.LinkAsync("Versioned link");

        var version = Assert.Single((await world.Server.GetAsync($"software/{id}/versions?providerLinkId={link}&clientId=site-1")).EnumerateArray());
        Assert.Equal(("2.1", "https://acme.example/site-1/agent-2.1.msi"), (Text(version, "version"), Text(version, "url")));
        Assert.Equal((400, "clientId is missing. Send the client's id in the remote system: externalClientId of GET /api/v1/provider-links/{id}/clients."), await ReadAsync($"software/{id}/versions?providerLinkId={link}"));
        var unlinked = await world.SoftwareAsync("Unlinked and versioned", isLinked: false);
        Assert.Equal(
            (400, $"The software 'Unlinked and versioned' is linked to no integration type. Link it: PUT /api/v1/software/{unlinked} with integrationTypeId."), await ReadAsync($"software/{unlinked}/versions?clientId=c"));
    }

    private static (int Status, string? Detail) Told((int Status, JsonElement Answer) answer) => (answer.Status, Text(answer.Answer, "detail"));

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<string> TagAsync(string path)
    {
        using var read = await world.Server.Client.GetAsync(path, Token);
        return read.Headers.ETag!.ToString();
    }

    private async Task<(int Status, string? Detail)> ReadAsync(string path)
    {
        using var response = await world.Server.Client.GetAsync(path, Token);
        return ((int)response.StatusCode, Text(await response.Content.ReadFromJsonAsync<JsonElement>(Token), "detail"));
    }

    private async Task<(int Status, string? Detail)> SendAsync(HttpMethod method, string id, string? tag, object? body)
    {
        using var request = new HttpRequestMessage(method, $"software/{id}") { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        using var response = await world.Server.Client.SendAsync(request, Token);
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : Text(await response.Content.ReadFromJsonAsync<JsonElement>(Token), "detail"));
    }
}
