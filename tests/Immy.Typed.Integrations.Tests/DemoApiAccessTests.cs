using System.Net;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Integrations.Tests;

public sealed class DemoApiAccessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("ApiToken wrong")]
    [InlineData("ApiToken ")]
    [InlineData("Bearer right")]
    [InlineData("right")]
    public async Task A_request_without_the_token_gets_401_with_an_error_body(string? authorization)
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoOptions { ApiToken = "right" });

        using var response = await client.SendAsync("sites", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(
            """{"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}]}""",
            (await DemoApiClient.ReadAsync(response)).ToJsonString());
    }

    [Theory]
    [InlineData("ApiToken")]
    [InlineData("APIToken")]
    [InlineData("apitoken")]
    public async Task The_scheme_is_taken_in_any_case(string scheme)
    {
        await using var client = await DemoApiClient.StartAsync();

        using var response = await client.SendAsync("system/info", $"{scheme} {client.Api.ApiToken}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Every_start_has_its_own_token_and_address()
    {
        await using var first = await DemoApiClient.StartAsync();
        await using var second = await DemoApiClient.StartAsync();

        Assert.NotEqual(first.Api.ApiToken, second.Api.ApiToken);
        Assert.NotEqual(first.Api.BaseAddress, second.Api.BaseAddress);
    }

    [Fact]
    public async Task The_address_is_on_the_loopback_with_a_slash_at_its_end()
    {
        await using var client = await DemoApiClient.StartAsync();

        Assert.Equal("127.0.0.1", client.Api.BaseAddress.Host);
        Assert.EndsWith("/", client.Api.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_kept_in_order_even_where_they_are_refused()
    {
        await using var client = await DemoApiClient.StartAsync();
        using var refused = await client.SendAsync("sites?limit=5", authorization: null);
        using var answered = await client.SendAsync("system/info");

        Assert.Equal(
            [
                new SentinelOneDemoRequest("GET", "/web/api/v2.1/sites", "?limit=5"),
                new SentinelOneDemoRequest("GET", "/web/api/v2.1/system/info", ""),
            ],
            client.Api.Requests);
    }

    [Fact]
    public async Task A_stopped_api_no_longer_answers()
    {
        var client = await DemoApiClient.StartAsync();
        var address = client.Api.BaseAddress;
        await client.DisposeAsync();

        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(address, TestContext.Current.CancellationToken));
    }
}
