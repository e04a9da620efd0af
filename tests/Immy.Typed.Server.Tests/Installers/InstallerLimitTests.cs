namespace Immy.Typed.Server.Tests.Installers;

/// <summary>What the host's settings forbid a download, as they forbid it to scripts.</summary>
public sealed class InstallerLimitTests
{
    [Fact]
    public async Task A_private_address_is_refused_where_scripts_may_not_call_one()
    {
        await using var world = await StartAsync("--ImmyTyped:Http:ForbidPrivateAddresses", "true");

        Assert.Equal(
            (502, "IMMY602: Scripts may not call '127.0.0.1' here: that is an address of a private network. Ask the host's administrator whether Http.ForbidPrivateAddresses may be off."),
            await world.DownloadAsync("own"));
    }

    [Fact]
    public async Task A_redirect_leads_only_to_allowed_hosts_and_silence_has_an_end()
    {
        await using var world = await StartAsync("--ImmyTyped:Http:AllowedHosts:0", "127.0.0.1", "--Server:InstallerStall", "00:00:03");

        Assert.Equal(
            (502, "IMMY601: Scripts may not call 'localhost' here, only: 127.0.0.1. Ask the host's administrator to add it to Http.AllowedHosts."),
            await world.DownloadAsync("moved"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => world.DownloadAsync("silent"));
        var run = await Harness.Waiting.ForAsync(world.LastRunAsync, static run => run.GetProperty("state").GetString() != "Running");
        Assert.Equal(
            $"{new Uri(world.Host.Url).Authority} sent nothing more for 3 seconds. Try again, or give it longer: Server:InstallerStall.", run.GetProperty("message").GetString());
    }

    private static async Task<InstallerWorld> StartAsync(params string[] arguments)
    {
        var world = new InstallerWorld { Arguments = arguments };
        await world.InitializeAsync();
        return world;
    }
}
