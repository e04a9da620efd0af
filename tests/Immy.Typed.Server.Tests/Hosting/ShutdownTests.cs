using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>A server that is told to stop ends what it has begun, begins nothing new, and leaves no run open.</summary>
public sealed class ShutdownTests
{
    private const string Cut = "The server was stopped, and it did not end within 1 seconds (Server:ShutdownTimeout).";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_goes_on_ends_in_its_time_while_nothing_new_begins_and_nobody_new_comes_in()
    {
        await using var busy = await BusyServer.StartAsync("--Server:ShutdownDelay", "00:00:04");
        using var watching = new StreamReader(await busy.Process.Client.GetStreamAsync($"runs/{busy.Sync}/events", Token));

        await busy.Process.TellToStopAsync();

        // It still answers that it is not ready, and streams end although their run goes on.
        var ready = await Waiting.ForAsync(() => ReadyAsync(busy), static ready => ready.Status != HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The server is stopping: send requests to another machine."), ready);
        Assert.DoesNotContain("event: end", await watching.ReadToEndAsync(Token), StringComparison.Ordinal);
        await busy.RefusesConnectionsAsync();
        var checks = HealthChecks(busy);
        await Task.Delay(TimeSpan.FromSeconds(1), Token);
        Assert.Equal(checks, HealthChecks(busy));
        Assert.False(busy.Call.IsCompleted || busy.Webhook.IsCompleted);

        busy.Held.Release();
        Assert.Equal((HttpStatusCode.OK, "\"a-token\""), await AnswerAsync(busy.Call));
        Assert.Equal((HttpStatusCode.OK, "thanks"), await AnswerAsync(busy.Webhook));
        Assert.Equal(0, await busy.Process.ExitCodeAsync());

        await busy.StartAgainAsync();
        Assert.Equal(("Ok", 1), State(await busy.Process.GetAsync($"runs/{busy.Sync}")));
        Assert.Single(await busy.Process.ItemsAsync($"provider-links/{busy.Link}/agents"));
        Assert.Equal("Succeeded", (await busy.Process.GetAsync($"maintenance-sessions/{busy.Session}")).GetProperty("state").GetString());
        Assert.Empty(await busy.Process.ItemsAsync("runs?state=Interrupted"));
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_cut_and_its_run_and_whoever_waits_for_it_are_told_why()
    {
        await using var busy = await BusyServer.StartAsync("--Server:ShutdownTimeout", "00:00:01");

        await busy.Process.TellToStopAsync();

        var (status, problem) = await AnswerAsync(busy.Call);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The server is stopping."), (status, JsonSerializer.Deserialize<JsonElement>(problem).GetProperty("title").GetString()));
        Assert.Equal(
            "The server was stopped while it worked on this, and the time that it may still take (Server:ShutdownTimeout) is over. Send it again in a moment; its run says what was done.",
            JsonSerializer.Deserialize<JsonElement>(problem).GetProperty("detail").GetString());
        (status, problem) = await AnswerAsync(busy.Webhook);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "It was stopped while it answered. Send it again later."), (status, JsonSerializer.Deserialize<JsonElement>(problem).GetProperty("detail").GetString()));
        Assert.Equal(0, await busy.Process.ExitCodeAsync());

        await busy.StartAgainAsync();
        var session = await busy.Process.GetAsync($"maintenance-sessions/{busy.Session}");
        Assert.Equal(("Interrupted", $"{Cut} Run it again: what is done already is done once more."), (session.GetProperty("state").GetString(), session.GetProperty("message").GetString()));
        var action = Assert.Single(session.GetProperty("actions").EnumerateArray());
        Assert.Equal(("Interrupted", Cut), (action.GetProperty("state").GetString(), action.GetProperty("error").GetString()));
        var cut = await busy.Process.ItemsAsync("runs?state=Interrupted");
        Assert.Superset(
            new HashSet<string> { "Capability", "Webhook", "AgentSync", "Maintenance", "Action", "Block" },
            cut.Select(static run => run.GetProperty("kind").GetString()!).ToHashSet());
        foreach (var run in cut.Where(static run => run.GetProperty("kind").GetString() != "Maintenance"))
        {
            Assert.Equal($"{Cut} What it had not saved was not done; a job does it again at its next time.", run.GetProperty("message").GetString());
            Assert.NotEqual(JsonValueKind.Null, run.GetProperty("endedAt").ValueKind);
        }

        Assert.Empty(await busy.Process.ItemsAsync($"provider-links/{busy.Link}/agents"));
    }

    private static int HealthChecks(BusyServer busy) => busy.Held.Paths.Count(static path => path == "/free/health");

    private static (string?, int) State(JsonElement run) => (run.GetProperty("state").GetString(), run.GetProperty("count").GetInt32());

    private static async Task<(HttpStatusCode Status, string? Why)> ReadyAsync(BusyServer busy)
    {
        using var client = new HttpClient();
        using var ready = await client.GetAsync(new Uri(busy.Process.Client.BaseAddress!, "/health/ready"), Token);
        var checks = (await ready.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("checks").EnumerateArray();
        return (ready.StatusCode, checks.Single(static check => check.GetProperty("name").GetString() == "server").GetProperty("description").GetString());
    }

    private static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}
