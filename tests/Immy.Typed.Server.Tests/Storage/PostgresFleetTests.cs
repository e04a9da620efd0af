using Immy.Typed.Server.Tests.Agents;
using Immy.Typed.Server.Tests.Clients;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Storage;

/// <summary>Agents that are behind and groups of clients on a real PostgreSQL.</summary>
public sealed class PostgresFleetTests(PostgresServer postgres)
{
    private static readonly string[] Three = ["1", "2", "3"];

    [Fact]
    public async Task Agents_that_are_behind_are_kept_as_in_SQLite()
    {
        await using var fleet = await VersionFleet.StartWithAsync(["--Server:Database", await postgres.NewDatabaseAsync()], ("c1", "10.0"), ("c2", "2.0"));
        await fleet.SyncAsync(new { id = "a1", client = "c1", version = "9.5" }, new { id = "a2", client = "c2", version = "2.0" });
        Assert.Equal("a1", Assert.Single(await fleet.AgentsAsync("behind=true")).GetProperty("externalAgentId").GetString());

        fleet.Latest["c2"] = "2.0.1";
        await fleet.RunAsync($"provider-links/{fleet.Link}/agents/versions");
        Assert.Equal(2, (await fleet.AgentsAsync("behind=true")).Count);

        await fleet.ExcludeAsync("ISupportsGetLatestAgentVersion");
        Assert.Empty(await fleet.AgentsAsync("behind=true"));
    }

    [Fact]
    public async Task Groups_of_clients_are_kept_as_in_SQLite()
    {
        await using var world = await GroupWorld.StartAsync("--Server:Database", await postgres.NewDatabaseAsync());
        await world.SyncAsync(Three, Group("1", "2"));
        await world.SyncAsync(Three, Group("2", "3", "9"));
        Assert.Equal(["Gold 2"], await world.GroupsAsync());

        await world.MapAsync(await world.GroupAsync("Gold"), await world.TenantAsync("Contoso"));
        Assert.Equal(["Client 1", "Client 2 Contoso", "Client 3 Contoso"], await world.ClientsAsync());

        await world.ExcludeAsync("ISupportsClientGrouping");
        Assert.Empty(await world.GroupsAsync());
    }

    private static object Group(params string[] clients) => new { id = "g", name = "Gold", clients };
}
