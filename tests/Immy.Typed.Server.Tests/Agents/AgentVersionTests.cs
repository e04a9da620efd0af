using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Agents;

/// <summary>Agents that are behind their client's latest version, over real HTTP.</summary>
public sealed class AgentVersionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("9.1", "10.0", true)]
    [InlineData("10.0", "9.1", false)]
    [InlineData("1.2", "1.2.0.0", false)]
    [InlineData("1.2.9", "1.2.10", true)]
    [InlineData(null, "1.0", null)]
    [InlineData("1.0", null, null)]
    public void Versions_are_compared_as_numbers_and_what_is_not_known_is_not_behind(string? version, string? latest, bool? expected)
        => Assert.Equal(expected, AgentVersions.IsBehind(version, AgentVersions.Of(latest)));

    [Fact]
    public async Task A_sync_asks_once_for_each_mapped_client_and_marks_agents_that_are_behind()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "10.0"), ("c2", "2.0"), ("c3", "3.0"));

        var sync = await fleet.SyncAsync(Agent("a1", "c1", "9.5"), Agent("a2", "c1", "10.0.0"), Agent("a3", "c2", "2.1"), Agent("a4", "c2", null));

        var run = await fleet.VersionsRunAsync(sync);
        Assert.Equal(("Ok", 2), (Text(run, "state"), run.GetProperty("count").GetInt32()));
        Assert.Equal(["Latest version: Client c1 (c1) none -> 10.0, Client c2 (c2) none -> 2.0"], await fleet.EventsAsync(run, "Difference"));
        Assert.Equal(["2 clients asked for, 2 answered: 1 of their agents are behind."], await fleet.EventsAsync(run, "Note"));
        Assert.Equal(["c1", "c2"], fleet.Asked);
        Assert.Equal(["A1 10.0 True", "A2 10.0 False", "A3 2.0 False", "A4 2.0 "], (await fleet.AgentsAsync()).Select(Shown));
        Assert.Equal(["A1"], (await fleet.AgentsAsync("behind=true")).Select(static agent => Text(agent, "name")));
        Assert.Equal(["A2", "A3"], (await fleet.Server.ItemsAsync($"provider-links/{fleet.Link}/agents?behind=false")).Select(static agent => Text(agent, "name")));
    }

    [Fact]
    public async Task A_later_sync_marks_new_and_moved_and_updated_agents_by_what_is_known_and_asks_no_more()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "2.0"), ("c2", "1.0"));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"), Agent("a2", "c1", "1.0"));

        var second = await fleet.SyncAsync(Agent("a1", "c1", "2.0"), Agent("a2", "c2", "1.0"), Agent("a3", "c1", "1.9"));

        Assert.DoesNotContain(await fleet.Server.ItemsAsync($"runs?parentId={Text(second, "id")}"), static run => Text(run, "kind") == "AgentVersions");
        Assert.Equal(["A1 2.0 False", "A2 1.0 False", "A3 2.0 True"], (await fleet.AgentsAsync()).Select(Shown));
    }

    [Fact]
    public async Task A_request_asks_for_all_clients_again_and_a_gone_agent_is_not_behind()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "1.0"), ("c2", "1.0"));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"), Agent("a2", "c1", "1.0"), Agent("a3", "c2", "1.0"), Agent("a4", "c2", "1.0"), Agent("a5", "c2", "1.0"));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"), Agent("a3", "c2", "1.0"), Agent("a4", "c2", "1.0"), Agent("a5", "c2", "1.0"));
        fleet.Latest["c1"] = "1.1";

        var run = await fleet.RunAsync($"provider-links/{fleet.Link}/agents/versions");

        Assert.Equal(("AgentVersions", "test", "Ok"), (Text(run, "kind"), Text(run, "causedBy"), Text(run, "state")));
        Assert.Equal(["Latest version: Client c1 (c1) 1.0 -> 1.1"], await fleet.EventsAsync(run, "Difference"));
        Assert.Equal(["A1"], (await fleet.AgentsAsync("behind=true")).Select(static agent => Text(agent, "name")));
        Assert.Equal(["A2 1.1 "], (await fleet.AgentsAsync("state=Gone")).Select(Shown));
    }

    [Fact]
    public async Task A_client_that_fails_is_named_stops_no_other_and_keeps_what_was_known()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "2.0"), ("c2", "2.0"));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"), Agent("a2", "c2", "2.0"));
        (fleet.Latest["c1"], fleet.Latest["c2"]) = ("down", "3.0");

        var run = await fleet.RunAsync($"provider-links/{fleet.Link}/agents/versions");

        Assert.Equal(
            ("Partial", "1 of 2 clients did not tell their latest agent version: Client c1 (c1). What was known of them stays; the run's warnings say why."),
            (Text(run, "state"), Text(run, "message")));
        var warning = Assert.Single(await fleet.EventsAsync(run, "Warning"));
        Assert.Matches("^Client c1 \\(c1\\): .*no package of c1", warning);
        Assert.Equal(["A1 2.0 True", "A2 3.0 True"], (await fleet.AgentsAsync()).Select(Shown));

        fleet.Latest["c2"] = "down";
        var failed = await fleet.RunAsync($"provider-links/{fleet.Link}/agents/versions");
        Assert.Equal("Failed", Text(failed, "state"));
        Assert.StartsWith("2 of 2 clients did not tell their latest agent version: Client c1 (c1), Client c2 (c2).", Text(failed, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_capability_is_excluded_marks_vanish_and_a_request_is_refused()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "2.0"), ("c2", "2.0"));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"));

        await fleet.ExcludeAsync("ISupportsGetLatestAgentVersion");

        Assert.Equal(["A1  "], (await fleet.AgentsAsync()).Select(Shown));
        Assert.Empty(await fleet.AgentsAsync("behind=true"));
        var (status, refusal) = await fleet.Server.PostAsync($"provider-links/{fleet.Link}/agents/versions", new { });
        Assert.Equal(
            (409, "The provider link 'Acme' does not have ISupportsGetLatestAgentVersion: its script does not add it, or an administrator excluded it for this link."),
            (status, Text(refusal, "detail")));
        await fleet.SyncAsync(Agent("a1", "c1", "1.0"));
        Assert.Equal(["A1  "], (await fleet.AgentsAsync()).Select(Shown));
    }

    [Fact]
    public async Task Without_a_mapped_client_nothing_is_asked_and_the_run_says_so()
    {
        await using var fleet = await VersionFleet.StartAsync(("c1", "2.0"));
        foreach (var client in await fleet.Server.ItemsAsync($"provider-links/{fleet.Link}/clients"))
        {
            using var unmapped = await fleet.Server.Client.PutAsJsonAsync($"provider-links/{fleet.Link}/clients/{Text(client, "id")}/tenant", new { tenantId = (string?)null }, Token);
        }

        var run = await fleet.RunAsync($"provider-links/{fleet.Link}/agents/versions");

        Assert.Equal(
            ("Partial", "No client of the provider link is mapped to a tenant, so no version was asked for. Sync its clients and map them: PUT /api/v1/provider-links/{id}/clients/{client}/tenant."),
            (Text(run, "state"), Text(run, "message")));
        Assert.Empty(fleet.Asked);
    }

    [Fact]
    public async Task The_job_asks_by_itself_as_often_as_is_set()
    {
        await using var fleet = await VersionFleet.StartWithAsync(["--Server:AgentVersionPeriod", "00:00:01"], ("c1", "2.0"), ("c2", "2.0"));

        var runs = await Waiting.ForAsync(() => fleet.Server.ItemsAsync("runs?kind=AgentVersions"), static runs => runs.Count > 1);

        Assert.All(runs, static run => Assert.Equal("job", Text(run, "causedBy")));
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).ToString();

    private static string Shown(JsonElement agent) => $"{Text(agent, "name")} {Text(agent, "latestVersion")} {Text(agent, "isBehind")}";

    private static object Agent(string id, string client, string? version) => new { id, client, version };
}
