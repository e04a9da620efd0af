using System.Net;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Integrations.Tests;

public sealed class DemoApiAgentsTests
{
    [Theory]
    [InlineData("limit=100", 3)]
    [InlineData("limit=125", 2)]
    [InlineData("limit=1000", 1)]
    [InlineData("", 25)]
    public async Task The_pages_cover_each_of_250_agents_once(string query, int pages)
    {
        await using var client = await DemoApiClient.StartAsync();

        var agents = await client.GetAllAgentsAsync(query);

        Assert.Equal(250, agents.Count);
        Assert.Equal(250, agents.DistinctBy(agent => (string?)agent["uuid"]).Count());
        Assert.Equal(pages, client.Api.Requests.Count);
    }

    [Fact]
    public async Task Every_start_has_the_same_agents()
    {
        await using var first = await DemoApiClient.StartAsync();
        await using var second = await DemoApiClient.StartAsync();

        Assert.Equal(first.Api.Agents, second.Api.Agents);
    }

    [Fact]
    public async Task An_agent_is_written_with_the_names_of_the_real_api()
    {
        await using var client = await DemoApiClient.StartAsync();

        var agent = (await client.GetAsync("agents?limit=1"))["data"]![0]!;

        Assert.Equal(client.Api.Agents[0].Uuid, (string?)agent["uuid"]);
        Assert.Equal("CONT-WS-001", (string?)agent["computerName"]);
        Assert.Equal("Windows 11 Pro", (string?)agent["osName"]);
        Assert.Equal("Dell Inc. - Latitude 5440", (string?)agent["modelName"]);
        Assert.Equal(client.Api.Sites[0].Id, (string?)agent["siteId"]);
        Assert.Equal(client.Api.Sites[0].Name, (string?)agent["siteName"]);
        Assert.Equal("24.2.3.471", (string?)agent["agentVersion"]);
        Assert.True((bool)agent["isActive"]!);
        Assert.NotEmpty((string)agent["serialNumber"]!);
    }

    [Theory]
    [InlineData(new[] { 0 }, 140)]
    [InlineData(new[] { 1 }, 83)]
    [InlineData(new[] { 2 }, 27)]
    [InlineData(new[] { 0, 2 }, 167)]
    public async Task Site_ids_limit_the_agents_to_those_sites(int[] sites, int count)
    {
        await using var client = await DemoApiClient.StartAsync();
        var siteIds = sites.Select(site => client.Api.Sites[site].Id).ToList();

        var agents = await client.GetAllAgentsAsync($"limit=50&siteIds={string.Join(',', siteIds)}");

        Assert.Equal(count, agents.Count);
        Assert.All(agents, agent => Assert.Contains((string)agent["siteId"]!, siteIds));
    }

    [Fact]
    public async Task An_unknown_site_has_no_agents()
    {
        await using var client = await DemoApiClient.StartAsync();

        Assert.Empty(await client.GetAllAgentsAsync("siteIds=1"));
    }

    [Fact]
    public async Task A_computer_name_finds_its_agent_in_any_case()
    {
        await using var client = await DemoApiClient.StartAsync();

        var agent = Assert.Single(await client.GetAllAgentsAsync("computerName=cont-ws-003"));

        Assert.Equal(client.Api.Agents[2].Uuid, (string?)agent["uuid"]);
    }

    [Theory]
    [InlineData("cursor=nonsense", "cursor: Invalid cursor.")]
    [InlineData("cursor=YWdlbnRzOjEw", "cursor: Invalid cursor.")]
    [InlineData("limit=0", "limit: Must be between 1 and 1000.")]
    [InlineData("limit=1001", "limit: Must be between 1 and 1000.")]
    [InlineData("limit=many", "limit: Must be between 1 and 1000.")]
    public async Task A_bad_page_gets_400_with_an_error_body(string query, string detail)
    {
        await using var client = await DemoApiClient.StartAsync();

        using var response = await client.SendAsync($"agents?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(detail, (string?)(await DemoApiClient.ReadAsync(response))["errors"]![0]!["detail"]);
    }

    [Fact]
    public async Task A_cursor_that_was_not_encoded_gets_400()
    {
        await using var client = await DemoApiClient.StartAsync();
        var cursor = (string?)(await client.GetAsync("agents"))["pagination"]!["nextCursor"];

        using var response = await client.SendAsync($"agents?cursor={cursor}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_cursor_of_another_list_gets_400()
    {
        await using var client = await DemoApiClient.StartAsync();
        var cursor = (string)(await client.GetAsync("sites?limit=1"))["pagination"]!["nextCursor"]!;

        using var response = await client.SendAsync($"agents?cursor={Uri.EscapeDataString(cursor)}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2_000)]
    public async Task The_number_of_agents_can_be_chosen(int count)
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoOptions { AgentCount = count });

        Assert.Equal(count, (await client.GetAllAgentsAsync("limit=1000")).Count);
        Assert.Equal(count, client.Api.Agents.DistinctBy(agent => agent.ComputerName).Count());
    }
}
