namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Who may send at all, and how much.</summary>
public sealed class LimitTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    private const string Ok = "[ObjectResult]::new('ok')";

    [Theory]
    [InlineData("127.0.0.0/8", "200")]
    [InlineData("127.0.0.1", "200")]
    [InlineData("203.0.113.0/24", "403")]
    [InlineData("2001:db8::/32", "403")]
    public async Task Only_allowed_addresses_may_send(string allowed, string expected)
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "None", allowedAddresses = new[] { allowed } });

        Assert.StartsWith(expected, await hook.AnswerAsync("{}"), StringComparison.Ordinal);
        Assert.Equal(
            expected == "200" ? "Ok Answered 200." : "Rejected Answered 403. The address 127.0.0.1 is in none of the 1 allowed networks. Add it to allowedAddresses if it is the vendor's.", await hook.NewestRunAsync(1));
    }

    [Fact]
    public async Task More_requests_than_allowed_are_to_be_sent_later()
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "None", requestsPerSecond = 1, burst = 2 });

        // On the slowest machine some of so many come within a second.
        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => hook.PostAsync("{}")));
        Assert.Equal([200, 429], responses.Select(static response => (int)response.StatusCode).Distinct().Order());
        Assert.All(responses.Where(static response => (int)response.StatusCode == 429), static response => Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_flood_of_bad_requests_does_not_fill_the_record_and_does_not_shut_the_vendor_out()
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "Secret", name = "X-Token", requestsPerSecond = 1, burst = 1 });
        await hook.AddKeyAsync("first", "a-key-of-the-vendor-1");

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 300), TestContext.Current.CancellationToken, async (_, _) => Assert.StartsWith("401", await hook.AnswerAsync("{}", ("X-Token", "guess")), StringComparison.Ordinal));

        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", "a-key-of-the-vendor-1")));
        var runs = await hook.RunsAsync(2);
        Assert.InRange(runs.Count(static run => run.GetProperty("state").GetString() == "Rejected"), 10, 100);
    }
}
