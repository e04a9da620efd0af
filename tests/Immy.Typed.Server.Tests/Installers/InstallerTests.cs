using System.Text.Json;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Installers;

/// <summary>Installers over real HTTP: from a vendor's host through the server to whoever asks.</summary>
public sealed class InstallerTests(InstallerWorld world) : IClassFixture<InstallerWorld>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_installer_comes_with_the_headers_that_the_script_gives_and_a_safe_name()
    {
        using var response = await world.Server.Client.GetAsync($"{world.Link}/installer?clientId=own", Token);

        Assert.Equal($"/own?sig={InstallerWorld.Key} {InstallerWorld.Key} ", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "Contoso agent.msi"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.DoesNotContain(InstallerWorld.Key, response.Headers.ToString(), StringComparison.Ordinal);
        var run = await Waiting.ForAsync(world.LastRunAsync, static run => run.GetProperty("state").GetString() != "Running");
        Assert.Equal(("Installer for the client own", "Ok", "test"), (Text(run, "name"), Text(run, "state"), Text(run, "causedBy")));
    }

    [Fact]
    public async Task Without_headers_of_its_own_it_comes_with_the_login_of_the_integration()
    {
        Assert.Equal((200, $"/login  Bearer {InstallerWorld.Key}"), await world.DownloadAsync("login"));
        Assert.Equal((200, "/bare/agent%20x64.msi  "), Decoded(await world.DownloadAsync("bare")));
    }

    [Fact]
    public async Task Headers_are_for_the_first_host_only()
    {
        Assert.Equal((200, "/headers?login=redirect-secret  "), await world.DownloadAsync("moved"));
        Assert.Equal((200, $"/headers  Bearer {InstallerWorld.Key}"), await world.DownloadAsync("moved-at-home"));
    }

    [Fact]
    public async Task A_big_installer_arrives_whole_with_its_length()
    {
        using var response = await world.Server.Client.GetAsync($"{world.Link}/installer?clientId=big", HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal(InstallerHost.BigLength, response.Content.Headers.ContentLength);
        await using var content = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[81_920];
        var length = 0;
        while (await content.ReadAsync(buffer, Token) is > 0 and var read)
        {
            length += read;
        }

        Assert.Equal(InstallerHost.BigLength, length);
    }

    [Theory]
    [InlineData("none", "The script gives no address. Let it set Url to the full address of the installer.")]
    [InlineData("ftp", "The script gives 'ftp://********/agent.msi' as the address, which is no full http or https address. Let it set Url to one, such as https://acme.example/agent.msi.")]
    [InlineData("odd", "The script gives a header 'X-Key' for the download that HTTP does not take: its name or its value is not one of a request's header.")]
    [InlineData("denied", "{host} answered 403 Forbidden, where 200 with the file was expected. Check the headers that the script gives for the download.")]
    [InlineData("nowhere", "127.0.0.1:1 cannot be asked for it: Connection refused (127.0.0.1:1)")]
    public async Task What_is_not_to_be_had_is_502_with_the_reason_and_the_run(string client, string reason)
    {
        using var response = await world.Server.Client.GetAsync($"{world.Link}/installer?clientId={client}", Token);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal((502, "The installer cannot be downloaded."), ((int)response.StatusCode, Text(problem, "title")));
        Assert.Equal(reason.Replace("{host}", new Uri(world.Host.Url).Authority, StringComparison.Ordinal), Text(problem, "detail"));
        var run = await world.Server.GetAsync($"runs/{Text(problem, "run")}");
        Assert.Equal(("Failed", Text(problem, "detail")), (Text(run, "state"), Text(run, "message")));
    }

    [Fact]
    public async Task A_script_that_fails_is_502_with_its_place_and_the_run()
    {
        using var response = await world.Server.Client.GetAsync($"{world.Link}/installer?clientId=throws", Token);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal((502, "The integration failed."), ((int)response.StatusCode, Text(problem, "title")));
        Assert.Contains("no site for ********", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal(13, problem.GetProperty("problems")[0].GetProperty("line").GetInt32());
        Assert.Equal("Failed", Text(await world.Server.GetAsync($"runs/{Text(problem, "run")}"), "state"));
    }

    [Fact]
    public async Task A_download_that_is_cut_on_the_way_is_cut_for_the_receiver_too()
    {
        using var response = await world.Server.Client.GetAsync($"{world.Link}/installer?clientId=cut", HttpCompletionOption.ResponseHeadersRead, Token);
        world.Host.Cut.SetResult();

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(Token));

        var run = await Waiting.ForAsync(world.LastRunAsync, static run => run.GetProperty("state").GetString() != "Running");
        Assert.Equal("Failed", Text(run, "state"));
        Assert.StartsWith($"{new Uri(world.Host.Url).Authority} cut the download:", Text(run, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_says_what_would_come_and_from_where()
    {
        var described = await world.Server.GetAsync($"{world.Link}/installer/description?clientId=bare");

        Assert.Equal(("agent x64.msi", new Uri(world.Host.Url).Authority, "bare"), (Text(described, "fileName"), Text(described, "host"), Text(described, "clientId")));
        Assert.Equal(JsonValueKind.Null, (await world.Server.GetAsync($"{world.Link}/installer/description?clientId=none")).GetProperty("host").ValueKind);
    }

    [Fact]
    public async Task The_installer_of_a_version_comes_with_the_login_of_the_integration()
    {
        Assert.Equal((200, $"/versions/2.1  Bearer {InstallerWorld.Key}"), await world.ReadAsync($"{world.Software}/versions/2.1/download?clientId=any"));
        Assert.Equal((200, $"/versions/2.0/x86  Bearer {InstallerWorld.Key}"), await world.ReadAsync($"{world.Software}/versions/2.0/download?clientId=any&architecture=X86"));
        Assert.Equal(
            (409, "The provider link 'Acme' offers 2 installers of the version 2.0: X64, agent-x64.msi; X86, agent-x86.msi. Choose one: send architecture, packageType or both."),
            await world.ReadAsync($"{world.Software}/versions/2.0/download?clientId=any"));
        Assert.Equal((409, "The provider link 'Acme' gives no address for the version 1.0: there is nothing to download."), await world.ReadAsync($"{world.Software}/versions/1.0/download?clientId=any"));
        Assert.Equal(
            (404, $"The provider link 'Acme' offers no version 3.0 for the client 'any' that is asked for. GET /api/v1/{world.Software}/versions lists those that it offers."),
            await world.ReadAsync($"{world.Software}/versions/3.0/download?clientId=any"));
    }

    [Fact]
    public async Task Whoever_does_not_say_for_which_client_is_told_how()
    {
        var expected = $"Say for which client: send either clientId, the externalClientId of GET /api/v1/{world.Link}/clients, or tenantId, a tenant that is mapped to one.";
        var unknown = Guid.NewGuid();

        Assert.Equal((400, expected), await world.ReadAsync($"{world.Link}/installer"));
        Assert.Equal((400, expected), await world.ReadAsync($"{world.Link}/installer?clientId=a&tenantId={unknown}"));
        Assert.Equal((400, $"There is no tenant {unknown}."), await world.ReadAsync($"{world.Link}/installer?tenantId={unknown}"));
        Assert.Equal((404, $"There is no provider link {unknown}."), await world.ReadAsync($"provider-links/{unknown}/installer?clientId=a"));
    }

    [Fact]
    public async Task A_reader_downloads_nothing()
    {
        using var reader = await world.Server.ClientOfAsync(Role.Reader);

        foreach (var path in new[] { $"{world.Link}/installer?clientId=own", $"{world.Link}/installer/description?clientId=own", $"{world.Software}/versions/2.1/download?clientId=any", $"{world.Software}/install-script?clientId=any" })
        {
            using var response = await reader.GetAsync(path, Token);
            Assert.Equal(403, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task No_run_ever_holds_a_login()
    {
        await world.DownloadAsync("own");
        await world.DownloadAsync("moved");
        await world.DownloadAsync("denied");

        var events = await world.AllEventsAsync();
        Assert.Contains("Downloads Contoso agent.msi from", events, StringComparison.Ordinal);
        Assert.DoesNotContain(InstallerWorld.Key, events, StringComparison.Ordinal);
        Assert.DoesNotContain("redirect-secret", events, StringComparison.Ordinal);
    }

    private static (int Status, string Text) Decoded((int Status, string Text) answer) => (answer.Status, answer.Text.Replace("agent x64", "agent%20x64", StringComparison.Ordinal));

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();
}
