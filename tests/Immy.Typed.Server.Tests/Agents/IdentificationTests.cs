using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Agents;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Agents;

/// <summary>Which computer an agent runs on: told by an inventory script in a real pwsh, by a serial number, or by hand.</summary>
public sealed class IdentificationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_is_linked_by_the_id_that_is_found_on_a_computer()
    {
        await using var fleet = await Fleet.StartAsync(Pwsh.Arguments);
        await fleet.SyncAsync(Agent("a1"), Agent("a2"));
        var with = await fleet.ComputerAsync("WITH-AGENT", fleet.Contoso);
        var without = await fleet.ComputerAsync("WITHOUT", fleet.Contoso);
        Put(fleet, with, "a1\n");

        var inventory = await fleet.RunAsync($"computers/{with}/inventory");
        Assert.Equal("Ok", inventory.GetProperty("state").GetString());
        await fleet.RunAsync($"computers/{without}/inventory");

        // The link's own job may have come in between.
        var runs = await AskedForAsync(fleet);
        Assert.Equal(["Linked: A1 (a1) to WITH-AGENT, by the id that was found on it"], await fleet.EventsAsync(runs[1], "Difference"));
        Assert.Equal(["WITHOUT: no agent"], await fleet.EventsAsync(runs[0], "Note"));
        Assert.Equal([("A1", "WITH-AGENT"), ("A2", null)], (await fleet.AgentsAsync()).Select(static agent => (Text(agent, "name"), Text(agent, "computerName"))));
    }

    [Fact]
    public async Task An_id_that_several_computers_have_goes_to_a_person_and_a_failed_look_is_told()
    {
        await using var fleet = await Fleet.StartAsync(Pwsh.Arguments);
        var first = await fleet.ComputerAsync("CLONE-1", fleet.Contoso);
        var second = await fleet.ComputerAsync("CLONE-2", fleet.Contoso);
        Put(fleet, first, "a1");
        Put(fleet, second, "a1");
        await fleet.RunAsync($"computers/{first}/inventory");
        await fleet.RunAsync($"computers/{second}/inventory");
        await fleet.SyncAsync(Agent("a1"));
        await fleet.RunAsync($"computers/{second}/inventory");

        var agent = Assert.Single(await fleet.AgentsAsync("state=NeedsPerson"));
        Assert.Equal("Its id was found on several computers: CLONE-1, CLONE-2. Say which one it is.", Text(agent, "needsPerson"));
        using var linked = await fleet.Server.Client.PutAsJsonAsync($"agents/{Text(agent, "id")}/computer", new { computerId = first }, Token);
        Assert.Equal("CLONE-1", Text(await linked.Content.ReadFromJsonAsync<JsonElement>(Token), "computerName"));
    }

    [Fact]
    public async Task Without_pwsh_the_run_says_what_to_install()
    {
        await using var fleet = await Fleet.StartAsync("--Server:Endpoint:Ways:0", "Local", "--Server:Endpoint:Pwsh", "pwsh-that-is-not-there");
        var computer = await fleet.ComputerAsync("PC", fleet.Contoso);

        await fleet.RunAsync($"computers/{computer}/inventory");

        var warning = Assert.Single(await fleet.EventsAsync((await AskedForAsync(fleet))[0], "Warning"));
        Assert.Contains("the program 'pwsh-that-is-not-there' was not found. Install PowerShell (https://aka.ms/powershell) on the server's machine, or say where it is: Server:Endpoint:Pwsh.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_is_linked_by_a_trustworthy_serial_number_of_its_own_tenant_and_what_is_not_clear_goes_to_a_person()
    {
        await using var fleet = await Fleet.StartAsync(Pwsh.Arguments);
        var contoso = await fleet.ComputerAsync("CONTOSO", fleet.Contoso, "SN-100");
        await fleet.ComputerAsync("FABRIKAM", fleet.Fabrikam, "SN-100");
        await fleet.ComputerAsync("OEM", fleet.Contoso, "To be filled by O.E.M.");
        await fleet.ComputerAsync("TWIN-1", fleet.Contoso, "SN-200");
        await fleet.ComputerAsync("TWIN-2", fleet.Contoso, "SN-200");
        await fleet.ComputerAsync("ONE", fleet.Contoso, "SN-300");
        await fleet.SyncAsync(Agent("a1", "sn-100"), Agent("a2", "To be filled by O.E.M."), Agent("a3", "SN-200"), Agent("a4", "SN-300"), Agent("a5", "SN-300"));

        await fleet.RunAsync($"computers/{contoso}/inventory");

        Assert.Equal(
            [
                ("A1", "CONTOSO", null),
                ("A2", null, null),
                ("A3", null, "Several computers have the serial number SN-200: TWIN-1, TWIN-2. Say which one it is."),
                ("A4", null, "2 agents have the serial number SN-300: A4, A5. Say which one runs on ONE."),
                ("A5", null, "2 agents have the serial number SN-300: A4, A5. Say which one runs on ONE."),
            ],
            (await fleet.AgentsAsync()).Select(static agent => (Text(agent, "name"), Text(agent, "computerName"), Text(agent, "needsPerson"))));

        await fleet.SyncAsync(Agent("a1", "sn-100"), Agent("a2", "To be filled by O.E.M."), Agent("a3", "SN-200"), Agent("a4", "SN-300"), Agent("a5", "SN-300"), Agent("a6", "SN-100"));
        await fleet.RunAsync($"computers/{contoso}/inventory");
        Assert.Equal(
            "The computer CONTOSO has its serial number SN-100, but another agent, A1, is linked to it. Say which one it is.", Text((await fleet.AgentsAsync("name=A6"))[0], "needsPerson"));
    }

    [Fact]
    public async Task A_computer_of_another_tenant_is_never_linked_by_itself_and_agents_of_an_unmapped_client_wait()
    {
        await using var fleet = await Fleet.StartAsync(Pwsh.Arguments);
        var fabrikam = await fleet.ComputerAsync("FABRIKAM", fleet.Fabrikam, "SN-500");
        await fleet.SyncAsync(Agent("a1"), Agent("a2", "SN-500"));

        // The agent moves to a client that is mapped to no tenant, so nothing tells whose it is.
        await fleet.SyncAsync(Agent("a1"), new { id = "a2", client = "c3", serial = "SN-500" });
        Put(fleet, fabrikam, "a1");
        await fleet.RunAsync($"computers/{fabrikam}/inventory");

        Assert.Equal(
            [
                ("A1", "NeedsPerson", "Its id was found on FABRIKAM, but that computer belongs to another tenant than its client c1. Map the client or move the computer if one of them is wrong, and say which computer it is."),
                ("A2", "Pending", null),
            ],
            (await fleet.AgentsAsync()).Select(static agent => (Text(agent, "name"), Text(agent, "state"), Text(agent, "needsPerson"))));
    }

    [Fact]
    public async Task By_hand_a_computer_is_chosen_made_taken_away_or_left_to_the_server()
    {
        await using var fleet = await Fleet.StartAsync(Pwsh.Arguments);
        await fleet.SyncAsync(Agent("a1", "SN-1"));
        var path = $"agents/{Text((await fleet.AgentsAsync())[0], "id")}/computer";

        var made = await PutAsync(fleet, path, new { @new = true });
        var computer = await fleet.Server.GetAsync($"computers/{Text(made.Answer, "computerId")}");
        Assert.Equal(("A1", "Contoso", "SN-1"), (Text(computer, "name"), Text(computer, "tenantName"), Text(computer, "serialNumber")));
        Assert.Equal(("NeedsPerson", "Its computer was taken away by hand. Say which one it is, or send automatic."), State((await PutAsync(fleet, path, new { })).Answer));
        Assert.Equal(("Pending", null), State((await PutAsync(fleet, path, new { automatic = true })).Answer));

        var unknown = await PutAsync(fleet, path, new { computerId = Guid.Empty });
        Assert.Equal((400, $"There is no computer {Guid.Empty}."), (unknown.Status, Text(unknown.Answer, "detail")));
        var both = await PutAsync(fleet, path, new { computerId = Guid.Empty, @new = true });
        Assert.Equal((400, "Send one of them: computerId for a computer that is there, new for one that is not, or automatic to let the server find it."), (both.Status, Text(both.Answer, "detail")));
    }

    [Theory]
    [InlineData(" pf3abc12", "PF3ABC12")]
    [InlineData("To Be Filled By O.E.M.", null)]
    [InlineData("Default string", null)]
    [InlineData("00000000", null)]
    [InlineData("abc", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_serial_number_is_trusted_when_it_tells_one_computer_from_all_others(string? serial, string? key) => Assert.Equal(key, SerialNumbers.KeyOf(serial));

    [Theory]
    [InlineData(0, 1440)]
    [InlineData(1, 5)]
    [InlineData(3, 20)]
    [InlineData(40, 1440)]
    public void A_look_that_failed_is_repeated_later_each_time_and_one_that_went_well_daily(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), InventorySchedule.Next(failures));

    // The computer's working folder, where the script of the test looks.
    private static async Task<IReadOnlyList<JsonElement>> AskedForAsync(Fleet fleet)
        => [.. (await fleet.Server.ItemsAsync("runs?kind=Identification")).Where(static run => Text(run, "causedBy") == "test")];

    private static void Put(Fleet fleet, string computer, string id)
        => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(fleet.Server.Folder, "endpoints", computer)).FullName, "agent.id"), id);

    private static async Task<(int Status, JsonElement Answer)> PutAsync(Fleet fleet, string path, object body)
    {
        using var response = await fleet.Server.Client.PutAsJsonAsync(path, body, Token);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Token));
    }

    private static object Agent(string id, string? serial = null) => new { id, client = "c1", serial };

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private static (string?, string?) State(JsonElement agent) => (Text(agent, "state"), Text(agent, "needsPerson"));
}
