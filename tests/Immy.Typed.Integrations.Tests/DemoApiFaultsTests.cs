using System.Net;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Integrations.Tests;

public sealed class DemoApiFaultsTests
{
    [Fact]
    public async Task A_failing_page_leaves_the_pages_before_it_alone()
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoFaults { FailAgentsPageAt = 2 });
        var first = await client.GetAsync("agents?limit=100");
        var cursor = (string)first["pagination"]!["nextCursor"]!;

        using var second = await client.SendAsync($"agents?limit=100&cursor={Uri.EscapeDataString(cursor)}");

        Assert.Equal(100, first["data"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.InternalServerError, second.StatusCode);
        Assert.Equal("Demo fault at page 2.", (string?)(await DemoApiClient.ReadAsync(second))["errors"]![0]!["detail"]);
    }

    [Fact]
    public async Task A_failing_page_of_agents_leaves_the_sites_alone()
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoFaults { FailAgentsPageAt = 1 });

        using var response = await client.SendAsync("sites");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Html_comes_with_status_200()
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoFaults { AnswerHtml = true });

        using var response = await client.SendAsync("agents");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_chosen_status_comes_with_an_error_body()
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoFaults { AnswerStatus = 429 });

        using var response = await client.SendAsync("system/info");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(4290010, (int?)(await DemoApiClient.ReadAsync(response))["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task Faults_come_and_go_while_the_api_runs()
    {
        await using var client = await DemoApiClient.StartAsync();
        client.Api.Faults = new SentinelOneDemoFaults { AnswerStatus = 503 };
        using var failing = await client.SendAsync("sites");
        client.Api.Faults = new SentinelOneDemoFaults();
        using var working = await client.SendAsync("sites");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failing.StatusCode);
        Assert.Equal(HttpStatusCode.OK, working.StatusCode);
    }

    [Fact]
    public async Task A_delay_holds_the_answer_back()
    {
        await using var client = await DemoApiClient.StartAsync(new SentinelOneDemoFaults { Delay = TimeSpan.FromHours(1) });

        var answer = client.SendAsync("sites");
        while (client.Api.Requests.Count == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        Assert.False(answer.IsCompleted);
        await client.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => answer);
    }
}
