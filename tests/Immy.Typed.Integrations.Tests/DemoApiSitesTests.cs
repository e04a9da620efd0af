using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Immy.Typed.Integrations.Tests;

public sealed class DemoApiSitesTests
{
    [Fact]
    public async Task The_list_holds_three_sites_with_sums_and_pagination()
    {
        await using var client = await DemoApiClient.StartAsync();

        var answer = await client.GetAsync("sites?limit=100");

        Assert.Equal(client.Api.Sites.Select(site => site.Name), answer["data"]!["sites"]!.AsArray().Select(site => (string?)site!["name"]));
        Assert.Equal("""{"activeLicenses":250,"totalLicenses":280}""", answer["data"]!["allSites"]!.ToJsonString());
        Assert.Equal("""{"nextCursor":null,"totalItems":3}""", answer["pagination"]!.ToJsonString());
    }

    [Fact]
    public async Task A_cursor_goes_on_where_the_page_ended()
    {
        await using var client = await DemoApiClient.StartAsync();
        var cursor = (string)(await client.GetAsync("sites?limit=2"))["pagination"]!["nextCursor"]!;

        var answer = await client.GetAsync($"sites?limit=2&cursor={Uri.EscapeDataString(cursor)}");

        var site = Assert.Single(answer["data"]!["sites"]!.AsArray());
        Assert.Equal(client.Api.Sites[2].Id, (string?)site!["id"]);
        Assert.Null(answer["pagination"]!["nextCursor"]);
    }

    [Theory]
    [InlineData("Fabrikam Logistics", 1)]
    [InlineData("fabrikam logistics", 1)]
    [InlineData("Fabrikam", 0)]
    public async Task A_name_filters_the_whole_name_in_any_case(string name, int count)
    {
        await using var client = await DemoApiClient.StartAsync();

        var answer = await client.GetAsync($"sites?name={Uri.EscapeDataString(name)}");

        Assert.Equal(count, answer["data"]!["sites"]!.AsArray().Count);
        Assert.Equal(count, (int)answer["pagination"]!["totalItems"]!);
    }

    [Fact]
    public async Task A_site_brings_a_registration_token_of_its_own()
    {
        await using var client = await DemoApiClient.StartAsync();
        var tokens = new List<string>();

        foreach (var site in client.Api.Sites)
            tokens.Add((string)(await client.GetAsync($"sites/{site.Id}"))["data"]!["registrationToken"]!);

        Assert.Equal(3, tokens.Distinct().Count());
        Assert.All(tokens, token =>
            Assert.NotNull(JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(token)))!["site_key"]));
    }

    [Theory]
    [InlineData("sites/1")]
    [InlineData("threats")]
    [InlineData("../v9/sites")]
    public async Task What_does_not_exist_gets_404_with_an_error_body(string path)
    {
        await using var client = await DemoApiClient.StartAsync();

        using var response = await client.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(4040010, (int?)(await DemoApiClient.ReadAsync(response))["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task System_info_names_the_latest_agent_version()
    {
        await using var client = await DemoApiClient.StartAsync();

        var answer = await client.GetAsync("system/info");

        Assert.Equal("24.2.3.471", (string?)answer["data"]!["latestAgentVersion"]);
        Assert.Null(answer["pagination"]);
    }
}
