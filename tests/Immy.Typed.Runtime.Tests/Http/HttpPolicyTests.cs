using System.Net;
using Immy.Typed.Http;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Runtime.Tests.Http;

/// <summary>What a host forbids, through every way to an address.</summary>
public sealed class HttpPolicyTests
{
    [Theory]
    [InlineData("Invoke-RestMethod http://127.0.0.1:{0}/", "'127.0.0.1' here: that is an address")]
    [InlineData("Invoke-WebRequest http://localhost:{0}/", "'localhost' here: it leads to ")]
    [InlineData("Invoke-RestMethod 'http://[::ffff:127.0.0.1]:{0}/'", "here: ")]
    [InlineData("Invoke-RestMethod http://2130706433:{0}/", "here: ")]
    [InlineData("Invoke-RestMethod http://169.254.169.254/latest/meta-data", "'169.254.169.254' here: that is an address")]
    [InlineData("Get-DynamicVersionsFromGitHubUrl http://127.0.0.1:{0}/releases", "'127.0.0.1' here: that is an address")]
    public async Task Private_addresses_can_be_forbidden(string line, string expected)
    {
        var hits = 0;
        await using var server = await LoopbackServer.StartAsync(context => Count(ref hits, context));
        await using var host = new TestHost(static options => options.Http.ForbidPrivateAddresses = true);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", string.Format(null, line, new Uri(server.Url).Port)));

        var message = (await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync())).Message;

        Assert.Contains("Scripts may not call", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("an address of a private network. Ask the host's administrator whether Http.ForbidPrivateAddresses may be off.", message, StringComparison.Ordinal);
        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task A_refused_host_is_told_with_id_and_place()
    {
        await using var host = new TestHost(static options => { options.Http.AllowedHosts.Add("api.example.com"); options.Http.AllowedHosts.Add("*.example.net"); });
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Invoke-RestMethod http://evil.example/"));

        Assert.Equal(
            "Test.ps1(3,1): error IMMY601: Scripts may not call 'evil.example' here, only: api.example.com, *.example.net. Ask the host's administrator to add it to Http.AllowedHosts.",
            await Harness.Calls.FailureAsync(() => integration.TokenAsync()));
        Assert.Empty(host.Observer.Last.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-PreserveHttpMethodOnRedirect")]
    public async Task A_redirect_to_a_forbidden_host_is_not_followed(string parameters)
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.Redirect("http://localhost:1/inside");
            return Task.CompletedTask;
        });
        await using var host = new TestHost(static options => options.Http.AllowedHosts.Add("127.0.0.1"));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"Invoke-RestMethod {server.Url}/ {parameters}"));

        Assert.Contains("error IMMY601: Scripts may not call 'localhost' here, only: 127.0.0.1.", (await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync())).Message, StringComparison.Ordinal);
        Assert.Single(host.Observer.Last.Requests);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("8.8.8.8", false)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("ff02::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("2002:a00:1::", true)]
    [InlineData("2606:4700:4700::1111", false)]
    public void Addresses_of_private_networks_are_known(string address, bool isPrivate)
        => Assert.Equal(isPrivate, PrivateNetworks.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("api.example.com", "API.example.com", true)]
    [InlineData("api.example.com", "xapi.example.com", false)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "badexample.com", false)]
    public void A_pattern_covers_the_hosts_below_it(string pattern, string host, bool covers) => Assert.Equal(covers, HostPattern.Matches(pattern, host));

    private static Task Count(ref int hits, HttpContext context)
    {
        Interlocked.Increment(ref hits);
        return context.Response.WriteAsync("reached");
    }
}
