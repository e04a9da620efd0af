using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Clients;

/// <summary>Groups of clients over real HTTP: synced with the clients, filtered by, mapped at once.</summary>
public sealed class ClientGroupTests
{
    private static readonly string[] Four = ["1", "2", "3", "4"];

    [Fact]
    public async Task Groups_come_with_the_clients_in_one_run_and_filter_them()
    {
        await using var world = await GroupWorld.StartAsync();

        var (groups, run) = await world.SyncAsync(Four, Group("g", "Gold", "1", "2"), Group("s", "Silver", "2", "3"), Group("e", "Empty"));

        Assert.Equal((3, 3, 0, 0), (Number(groups, "listed"), Number(groups, "added"), Number(groups, "changed"), Number(groups, "removed")));
        Assert.Equal("Ok", Text(run, "state"));
        Assert.Contains("Group added: Gold (g) with 2 clients, Silver (s) with 2 clients, Empty (e) with 0 clients", await world.EventsAsync(run, "Difference"));
        Assert.Equal(["Empty 0", "Gold 2", "Silver 2"], await world.GroupsAsync());
        Assert.Equal(["Client 2", "Client 3"], await world.ClientsAsync($"group={await world.GroupAsync("Silver")}"));
    }

    [Fact]
    public async Task A_later_sync_renames_changes_and_removes_groups()
    {
        await using var world = await GroupWorld.StartAsync();
        object[] others = [Group("a", "A"), Group("b", "B"), Group("c", "C"), Group("d", "D")];
        await world.SyncAsync(Four, [Group("g", "Gold", "1", "2"), .. others]);
        var gold = await world.GroupAsync("Gold");

        var (groups, run) = await world.SyncAsync(Four, [Group("g", "Platinum", "2", "3", "4"), .. others[..3]]);

        Assert.Equal((0, 1, 1), (Number(groups, "added"), Number(groups, "changed"), Number(groups, "removed")));
        Assert.Equal(
            ["Group changed: Platinum (g): name Gold -> Platinum; 2 clients joined, 1 left", "Group removed: D (d)"],
            (await world.EventsAsync(run, "Difference")).Order(StringComparer.Ordinal));
        Assert.Equal(["Client 2", "Client 3", "Client 4"], await world.ClientsAsync($"group={gold}"));
    }

    [Fact]
    public async Task A_failed_or_partial_or_empty_answer_removes_no_group_and_no_client_from_one()
    {
        await using var world = await GroupWorld.StartAsync();
        await world.SyncAsync(Four, Group("g", "Gold", "1", "2"), Group("s", "Silver", "3"));

        var (failed, failedRun) = await world.SyncAsync([.. Four, "5"], Group("g", "Gold", "1"), Group("down", ""));
        Assert.StartsWith("The groups of clients stay as they are: ", Text(failed, "message"), StringComparison.Ordinal);
        Assert.Contains("no agreements today", Text(failed, "message"), StringComparison.Ordinal);
        Assert.Equal("Partial", Text(failedRun, "state"));
        Assert.Equal(["Gold 2", "Silver 1"], await world.GroupsAsync());
        Assert.Equal(5, (await world.ClientsAsync()).Count);

        var (partial, partialRun) = await world.SyncAsync([.. Four, "5"], Group("g", "Gold", "5"), Group("broken", ""));
        Assert.Equal("1 groups of clients were not listed, but the answer was partial: none is removed.", Text(partial, "message"));
        Assert.Equal(Text(partial, "message"), Text(partialRun, "message"));
        Assert.Contains("Group not listed, and kept since the answer was partial: Silver (s)", await world.EventsAsync(partialRun, "Difference"));
        Assert.Equal(["Gold 3", "Silver 1"], await world.GroupsAsync());

        var (empty, _) = await world.SyncAsync([.. Four, "5"]);
        Assert.Equal(2, Number(empty, "waiting"));
        Assert.Equal(
            "2 of 2 groups of clients are not listed any more, which is more than 20 % or all. Nothing is removed until somebody confirms it: sync again with confirmRemovals=true.",
            Text(empty, "message"));
        var (confirmed, _) = await world.SyncAgainAsync("clients/sync?confirmRemovals=true");
        Assert.Equal(2, Number(confirmed, "removed"));
        Assert.Empty(await world.GroupsAsync());
    }

    [Fact]
    public async Task Clients_that_are_not_listed_yet_are_warned_of_and_count_once_they_are()
    {
        await using var world = await GroupWorld.StartAsync();

        var (_, run) = await world.SyncAsync(Four, Group("g", "Gold", "1", "8", "9"));

        Assert.Equal("Ok", Text(run, "state"));
        Assert.Equal(["The group Gold (g) has clients that GetClients does not list: 8, 9. They are kept, and count once it lists them."], await world.EventsAsync(run, "Warning"));
        Assert.Equal(["Gold 1"], await world.GroupsAsync());
        await world.SyncAsync([.. Four, "8"], Group("down", ""));
        Assert.Equal(["Gold 2"], await world.GroupsAsync());
    }

    [Fact]
    public async Task Where_clients_cannot_be_listed_groups_are_not_asked_for()
    {
        await using var world = await GroupWorld.StartAsync();
        await world.SyncAsync(Four, Group("g", "Gold", "1"));

        var (groups, run) = await world.SyncAsync(["down"], Group("n", "New"));

        Assert.Equal((JsonValueKind.Null, "Failed"), (groups.ValueKind, Text(run, "state")));
        Assert.Equal(["Gold 1"], await world.GroupsAsync());
    }

    [Fact]
    public async Task A_group_is_refused_for_an_id_that_is_empty_or_there_already()
    {
        await using var world = await GroupWorld.StartAsync();

        var (groups, run) = await world.SyncAsync(Four, Group("g", "Gold", "1"), Group("g", "Double"), Group(" ", "Nameless"));

        Assert.Equal("2 of 3 groups of clients were refused; the run's differences say which and why.", Text(groups, "message"));
        Assert.Contains("Group refused: Double (the id g was listed before in the same answer), Nameless (its id is empty)", await world.EventsAsync(run, "Difference"));
        Assert.Equal(["Gold 1"], await world.GroupsAsync());
    }

    [Fact]
    public async Task A_group_is_mapped_to_a_tenant_and_unmapped_at_once_and_each_change_is_audited()
    {
        await using var world = await GroupWorld.StartAsync();
        await world.SyncAsync(Four, Group("g", "Gold", "1", "2", "3"), Group("s", "Silver", "3"));
        var (contoso, fabrikam) = (await world.TenantAsync("Contoso"), await world.TenantAsync("Fabrikam"));
        var (gold, silver) = (await world.GroupAsync("Gold"), await world.GroupAsync("Silver"));

        Assert.Equal("1 0", Shown(await world.MapAsync(silver, contoso)));
        Assert.Equal("3 0", Shown(await world.MapAsync(gold, fabrikam)));
        Assert.Equal("0 3", Shown(await world.MapAsync(gold, fabrikam)));
        Assert.Equal(["Client 1 Fabrikam", "Client 2 Fabrikam", "Client 3 Fabrikam", "Client 4"], await world.ClientsAsync());
        Assert.Equal(4, (await world.Server.ItemsAsync("audit?subject=client&action=Changed")).Count(static entry => Text(entry, "fields") == """["TenantId"]"""));

        Assert.Equal("1 0", Shown(await world.MapAsync(silver, null)));
        Assert.Equal(["Client 3"], await world.ClientsAsync($"group={gold}&mapped=false"));
    }

    [Fact]
    public async Task Matching_by_name_can_be_limited_to_a_group()
    {
        await using var world = await GroupWorld.StartAsync();
        await world.SyncAsync(Four, Group("g", "Gold", "1", "2"));
        await world.TenantAsync("Client 1");
        await world.TenantAsync("Client 3");

        var (status, match) = await world.Server.PostAsync($"{world.Path}/clients/match?group={await world.GroupAsync("Gold")}", new { });

        Assert.Equal(200, status);
        Assert.Equal(["Client 1"], match.GetProperty("mapped").EnumerateArray().Select(static client => Text(client, "name")));
        Assert.Equal(["Client 2"], match.GetProperty("unmatched").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(["Client 1 Client 1", "Client 2", "Client 3", "Client 4"], await world.ClientsAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_told_and_an_excluded_capability_has_no_groups()
    {
        await using var world = await GroupWorld.StartAsync();
        await world.SyncAsync(Four, Group("g", "Gold", "1"));
        var gold = await world.GroupAsync("Gold");
        const string none = "0199f0c0-0000-7000-8000-000000000001";
        var link = world.Path.Split('/')[1];

        using var filtered = await world.Server.Client.GetAsync($"{world.Path}/clients?group={none}", TestContext.Current.CancellationToken);
        var refused = await Answer.OfAsync(filtered);
        Assert.Equal((400, $"group is {none}, which is no group of clients of this provider link. GET /api/v1/provider-links/{link}/client-groups lists them."), (refused.Status, refused.Detail));
        Assert.Equal(400, (await world.Server.PostAsync($"{world.Path}/clients/match?group={none}", new { })).Status);
        var unknown = await world.MapAsync(none, null);
        Assert.Equal((404, $"There is no group of clients {none}. GET /api/v1/provider-links/{link}/client-groups lists them."), (unknown.Status, unknown.Detail));
        var tenant = await world.MapAsync(gold, none);
        Assert.Equal((400, $"There is no tenant {none}."), (tenant.Status, tenant.Detail));
        using var elsewhere = await world.Server.Client.GetAsync($"provider-links/{none}/client-groups", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)elsewhere.StatusCode);

        await world.ExcludeAsync("ISupportsClientGrouping");
        Assert.Empty(await world.GroupsAsync());
        Assert.Equal(JsonValueKind.Null, (await world.SyncAgainAsync("clients/sync")).Groups.ValueKind);
    }

    private static object Group(string id, string name, params string[] clients) => new { id, name, clients };

    private static string Text(JsonElement element, string property) => element.GetProperty(property).ToString();

    private static int Number(JsonElement element, string property) => element.GetProperty(property).GetInt32();

    private static string Shown(Answer answer) => answer.Status == 200 ? $"{answer["changed"]} {answer["unchanged"]}" : answer.Detail;
}
