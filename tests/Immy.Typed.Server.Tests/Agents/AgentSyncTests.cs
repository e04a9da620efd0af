using System.Net.Http.Json;
using System.Text.Json;

namespace Immy.Typed.Server.Tests.Agents;

/// <summary>Agents over real HTTP: taken over inside the mapped clients only, never removed by an answer that is not to be trusted.</summary>
public sealed class AgentSyncTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_adds_changes_moves_and_removes_and_says_each_difference()
    {
        await using var fleet = await Fleet.StartAsync();
        var first = await fleet.SyncAsync(Agent("a1", "c1", version: "1.0"), Agent("a2", "c1"), Agent("a3", "c2"), Agent("a4", "c2"), Agent("a5", "c2"), Agent("a6", "c2"));
        Assert.Equal(("Ok", 6), (first.GetProperty("state").GetString(), first.GetProperty("count").GetInt32()));
        Assert.Equal(["Added: A1 (a1), A2 (a2), A3 (a3), A4 (a4), A5 (a5), A6 (a6)"], await fleet.EventsAsync(first, "Difference"));
        Assert.Equal(["6 listed: 6 added, 0 changed, 0 moved, 0 returned, 0 removed, 0 wait for confirmation, 0 refused."], await fleet.EventsAsync(first, "Note"));
        var block = Assert.Single(await fleet.Server.ItemsAsync($"runs?parentId={first.GetProperty("id").GetString()}"));
        Assert.Equal(["asked for c1, c2"], await fleet.EventsAsync(block, "Verbose"));

        var second = await fleet.SyncAsync(Agent("a1", "c1", version: "1.1"), Agent("a2", "c2"), Agent("a3", "c2"), Agent("a4", "c2"), Agent("a5", "c2"));
        Assert.Equal(
            ["Changed: A1 (a1): version 1.0 -> 1.1", "Moved: A2 (a2) from client c1 to c2", "Removed: A6 (a6)"],
            (await fleet.EventsAsync(second, "Difference")).Order(StringComparer.Ordinal));
        Assert.Equal(["A6"], (await fleet.AgentsAsync("state=Gone")).Select(Name));
        Assert.Equal(["A2", "A3", "A4", "A5"], (await fleet.AgentsAsync($"state=Pending&tenantId={fleet.Fabrikam}")).Select(Name));
    }

    [Fact]
    public async Task An_agent_that_returns_or_moves_is_the_same_agent_with_its_computer()
    {
        await using var fleet = await Fleet.StartAsync();
        await fleet.SyncAsync(Agent("a1", "c1"), Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"));
        var before = (await fleet.AgentsAsync())[0];
        using var linked = await fleet.Server.Client.PutAsJsonAsync($"agents/{Id(before)}/computer", new { @new = true }, Token);
        var computer = (await linked.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("computerId").GetString();
        await fleet.SyncAsync(Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"));
        Assert.Equal("Gone", (await fleet.Server.GetAsync($"agents/{Id(before)}")).GetProperty("state").GetString());

        // It returns in a client that was not even asked for.
        var returned = await fleet.SyncAsync(Agent("a1", "c3"), Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"));

        Assert.Equal(["Moved: A1 (a1) from client c1 to c3", "Returned: A1 (a1)"], (await fleet.EventsAsync(returned, "Difference")).Order(StringComparer.Ordinal));
        var after = await fleet.Server.GetAsync($"agents/{Id(before)}");
        Assert.Equal((computer, "A1", "Linked"), (after.GetProperty("computerId").GetString(), after.GetProperty("computerName").GetString(), after.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_failed_answer_changes_nothing_and_a_partial_one_removes_nothing()
    {
        await using var fleet = await Fleet.StartAsync();
        await fleet.SyncAsync(Agent("a1", "c1"), Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"), Agent("a6", "c1"));

        var failed = await fleet.SyncAsync(Agent("a9", "c1"), Agent("down", "c1"));
        Assert.Equal("Failed", failed.GetProperty("state").GetString());
        Assert.Contains("the API is down", failed.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(6, (await fleet.AgentsAsync()).Count);

        var partial = await fleet.SyncAsync(Agent("a1", "c1"), Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"), Agent("a7", "c1"), Agent("broken", "c1"));
        Assert.Equal(("Partial", "1 agents were not listed, but the answer was partial: none is removed."), (partial.GetProperty("state").GetString(), partial.GetProperty("message").GetString()));
        Assert.Equal(["Added: A7 (a7)", "Not listed, and kept since the answer was partial: A6 (a6)"], (await fleet.EventsAsync(partial, "Difference")).Order(StringComparer.Ordinal));
        Assert.Empty(await fleet.AgentsAsync("state=Gone"));
    }

    [Theory]
    [InlineData("a1", "a2", "a3")]
    [InlineData]
    public async Task A_large_removal_waits_for_a_person(params string[] left)
    {
        await using var fleet = await Fleet.StartAsync();
        await fleet.SyncAsync(Agent("a1", "c1"), Agent("a2", "c1"), Agent("a3", "c1"), Agent("a4", "c1"), Agent("a5", "c1"));

        var waiting = await fleet.SyncAsync([.. left.Select(static id => Agent(id, "c1"))]);
        var missing = 5 - left.Length;
        Assert.Equal(
            $"{missing} of 5 agents are not listed any more, which is more than 20 % or all. Nothing is removed until somebody confirms it: sync again with confirmRemovals=true.",
            waiting.GetProperty("message").GetString());
        Assert.Empty(await fleet.AgentsAsync("state=Gone"));

        await fleet.RunAsync($"provider-links/{fleet.Link}/agents/sync?confirmRemovals=true");
        Assert.Equal(missing, (await fleet.AgentsAsync("state=Gone")).Count);
    }

    [Fact]
    public async Task Placeholders_duplicates_and_agents_of_other_clients_are_refused_each_with_its_reason()
    {
        await using var fleet = await Fleet.StartAsync();

        var run = await fleet.SyncAsync(Agent("a1", "c1"), Agent("a1", "c1"), Agent("00000000-0000-0000-0000-000000000000", "c1"), Agent("unknown", "c1"), Agent("a2", "c3"));

        Assert.Equal(
            ["Added: A1 (a1)", "Refused: A1 (the id a1 was listed before in the same answer), 00000000-0000-0000-0000-000000000000 ('00000000-0000-0000-0000-000000000000' is a placeholder, not an id), UNKNOWN ('unknown' is a placeholder, not an id), A2 (its client c3 was not asked for)"],
            (await fleet.EventsAsync(run, "Difference")).Order(StringComparer.Ordinal));
        Assert.Equal(("Partial", "4 of 5 agents were refused; the run's differences say which and why."), (run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
        Assert.Equal(["A1"], (await fleet.Server.ItemsAsync($"provider-links/{fleet.Link}/agents?clientId=c1")).Select(Name));
    }

    [Fact]
    public async Task Without_a_mapped_client_nothing_is_asked()
    {
        await using var fleet = await Fleet.StartAsync();
        foreach (var client in await fleet.Server.ItemsAsync($"provider-links/{fleet.Link}/clients"))
        {
            using var unmapped = await fleet.Server.Client.PutAsJsonAsync($"provider-links/{fleet.Link}/clients/{Id(client)}/tenant", new { tenantId = (string?)null }, Token);
        }

        var run = await fleet.SyncAsync(Agent("a1", "c1"));

        Assert.Equal(
            ("Partial", "No client of the provider link is mapped to a tenant, so no agents were asked for. Sync its clients and map them: PUT /api/v1/provider-links/{id}/clients/{client}/tenant."),
            (run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
        Assert.Empty(await fleet.Server.ItemsAsync($"runs?parentId={Id(run)}"));
    }

    [Fact]
    public async Task An_agent_that_is_offline_can_be_deleted_and_one_that_is_online_cannot()
    {
        await using var fleet = await Fleet.StartAsync();
        await fleet.SyncAsync(Agent("a1", "c1", online: true), Agent("a2", "c1"));
        var agents = await fleet.AgentsAsync();
        Assert.Equal("https://console.example/agents/a1", (await fleet.Server.GetAsync($"agents/{Id(agents[0])}/url")).GetProperty("url").GetString());

        using var online = await fleet.Server.Client.DeleteAsync($"agents/{Id(agents[0])}", Token);
        Assert.Equal(409, (int)online.StatusCode);
        Assert.Equal("The agent 'A1' is online, and only one that is offline may be deleted. Sync the agents again if that is not so any more.", (await online.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString());
        using var offline = await fleet.Server.Client.DeleteAsync($"agents/{Id(agents[1])}", Token);
        Assert.Equal((204, "a2"), ((int)offline.StatusCode, Assert.Single(fleet.Deleted)));
        Assert.Equal("Gone", (await fleet.Server.GetAsync($"agents/{Id(agents[1])}")).GetProperty("state").GetString());
    }

    private static object Agent(string id, string client, string? version = null, bool online = false, string? serial = null) => new { id, client, version, online, serial };

    private static string? Name(JsonElement agent) => agent.GetProperty("name").GetString();

    private static string? Id(JsonElement thing) => thing.GetProperty("id").GetString();
}
