using System.Management.Automation;
using System.Text.Json;
using Immy.Typed.Computers;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Computers;

/// <summary>Scripts on computers by way of an agent, whose remote system runs them in a real pwsh.</summary>
public sealed class AgentRunnerTests : IAsyncLifetime
{
    // Each test has its own: what identification asks meanwhile is not another test's.
    private readonly AgentWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Arguments_and_variables_go_in_and_objects_come_out_whatever_else_the_agent_writes()
    {
        var computer = await _world.ComputerAsync("PC 1", (await _world.LinkAsync("Objects"), "a1"));

        var result = await _world.InvokeAsync(computer, new()
        {
            Script = """
                param($first, $table, $when)
                Write-Host 'noise'
                $first + 2
                $table.Key
                $when.Year
                @{ Name = $__using_name; List = 1, 2 }
                'Grüße; "quoted" # $x'
                $null
                Write-Warning careful
                Write-Error 'not fatal'
                if ($name -or $block -or $request) { 'a variable of somebody else' }
                'last'
                """,
            Arguments = [40, new System.Collections.Hashtable { ["Key"] = "value" }, new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc)],
            Variables = new Dictionary<string, object?> { ["__using_name"] = "Contoso" },
            AsUser = true,
        });

        Assert.Null(result.Error);
        Assert.Equal((42L, "value", 2026L), (result.Output[0], result.Output[1], result.Output[2]));
        var record = Assert.IsType<PSObject>(result.Output[3]);
        Assert.Equal("Contoso", record.Properties["Name"].Value);
        Assert.Equal(["Grüße; \"quoted\" # $x", null, "last"], result.Output.Skip(4));
        Assert.Equal(["the script was to run as the signed-in user; by way of an agent it ran as the agent's own account.", "careful", "not fatal"], result.Warnings);
        Assert.Matches(@"^a1 PowerShell 600 C:\\Windows\\Temp\\immy-[0-9a-f]{12}\.ps1$", _world.Asked.Last(static asked => !asked.Contains(AgentWorld.Inventory, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_written_before_an_error_is_kept_and_an_end_that_is_missing_is_told()
    {
        var computer = await _world.ComputerAsync("PC 2", (await _world.LinkAsync("Errors"), "a2"));

        var thrown = await _world.InvokeAsync(computer, new() { Script = "'one'; throw 'the disk is full'" });
        Assert.Equal(("one", "the disk is full"), (Assert.Single(thrown.Output), thrown.Error));

        var left = await _world.InvokeAsync(computer, new() { Script = "'one'; exit 3" });
        Assert.Equal(
            ("one", "the end of what the script wrote is missing: it called exit, its time was up, or the remote system cut the text. What came before is kept."),
            (Assert.Single(left.Output), left.Error));
    }

    [Fact]
    public async Task A_remote_system_that_only_accepts_the_work_or_refuses_it_is_told()
    {
        var computer = await _world.ComputerAsync("PC 3", (await _world.LinkAsync("Jobs"), "a3"));
        try
        {
            _world.Answers = static _ => "job-4711";
            Assert.Equal(
                "RunScript gave nothing that the script wrote, but 'job-4711'. It must wait for the script's end and give all of its output, not the id of a job.",
                (await _world.InvokeAsync(computer, new() { Script = "'one'" })).Error);

            // Some send back what they were asked.
            _world.Answers = static script => script;
            Assert.StartsWith("the end of what the script wrote is missing", (await _world.InvokeAsync(computer, new() { Script = "'one'" })).Error, StringComparison.Ordinal);

            _world.Answers = static _ => throw new InvalidOperationException();
            Assert.Matches(
                @"^by way of the agent 'A3' of the provider link 'Jobs': Jobs\.ps1\(\d+,\d+\): error IMMY202: IRunScriptProvider\.RunScript wrote an error: .*500 \(Internal Server Error\)",
                (await _world.InvokeAsync(computer, new() { Script = "'one'" })).Error);
        }
        finally
        {
            _world.Answers = null;
        }
    }

    [Fact]
    public async Task Without_a_way_each_reason_says_what_to_do()
    {
        Assert.Equal(
            "no agent is linked to the computer that could run it. Link one: PUT /api/v1/agents/{agent}/computer, or wait until a sync has listed it and identification has linked it.",
            await WhyNotAsync(await _world.ComputerAsync("Bare")));

        var (link, other) = (await _world.LinkAsync("Reasons"), await _world.LinkAsync("Only lists", runsScripts: false));
        Assert.Equal(
            "The agent 'MUTE' of the provider link 'Reasons' runs no scripts: GetAgents lists it without -SupportsRunningScripts $true.",
            await WhyNotAsync(await _world.ComputerAsync("Mute", (link, "mute"))));
        Assert.Equal(
            $"The agent 'OFF' of the provider link 'Reasons' is offline. Switch its computer on; if it is on, sync the agents: POST /api/v1/provider-links/{link}/agents/sync.",
            await WhyNotAsync(await _world.ComputerAsync("Off", (link, "off"))));
        Assert.Equal(
            "The provider link 'Only lists' cannot run scripts: its integration's script does not add IRunScriptProvider. Add it, with RunScript and get_DefaultTimeout, or list agents without -SupportsRunningScripts $true.",
            await WhyNotAsync(await _world.ComputerAsync("Lists", (other, "b1"))));

        var computer = await _world.ComputerAsync("Excluded", (link, "a4"));
        await _world.ChangeAsync(link, "Reasons", isEnabled: true, "IRunScriptProvider");
        Assert.Equal(
            $"IRunScriptProvider is excluded for the provider link 'Reasons'. Include it again: PUT /api/v1/provider-links/{link} without it in excludedCapabilities.",
            await WhyNotAsync(computer));
        await _world.ChangeAsync(link, "Reasons", isEnabled: false);
        Assert.Equal($"The provider link 'Reasons' is switched off. Switch it on: PUT /api/v1/provider-links/{link} with isEnabled true.", await WhyNotAsync(computer));

        var registry = await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Server.Services.GetRequiredService<IEndpointCommandRunner>().GetRegistryValueAsync(computer, @"HKLM:\SOFTWARE\Acme", "Id", Token));
        Assert.Equal($"The registry of Excluded could not be read: The provider link 'Reasons' is switched off. Switch it on: PUT /api/v1/provider-links/{link} with isEnabled true.", registry.Message);
    }

    [Fact]
    public async Task Another_agent_of_the_computer_takes_over_where_the_first_is_no_way()
    {
        var computer = await _world.ComputerAsync("PC 5", (await _world.LinkAsync("First", runsScripts: false), "b5"), (await _world.LinkAsync("Second"), "a5"));

        Assert.Equal(["one"], (await _world.InvokeAsync(computer, new() { Script = "'one'" })).Output);
        Assert.StartsWith("a5 ", _world.Asked.Last(static asked => !asked.Contains(AgentWorld.Inventory, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inventory_goes_by_way_of_the_agent_with_its_own_time_and_stands_in_the_runs()
    {
        var link = await _world.LinkAsync("Inventory");
        var computer = await _world.ComputerAsync("PC 6", (link, "a6"));

        var (_, accepted) = await _world.Server.PostAsync($"computers/{computer.Id}/inventory", new { });
        await Waiting.ForAsync(() => _world.Server.GetAsync($"runs/{Text(accepted, "runId")}"), static run => Text(run, "state") != "Running");

        var ended = await Waiting.ForAsync(
            async () => (await _world.Server.ItemsAsync($"runs?kind=Script&providerLinkId={link}")).Where(static run => Text(run, "causedBy") == "test" && Text(run, "state") != "Running").ToList(),
            static runs => runs.Count > 0);
        var run = Assert.Single(ended);
        Assert.Equal(("Ok", "Script by the agent A6"), (Text(run, "state"), Text(run, "name")));
        Assert.Contains(_world.Asked, static asked => asked.StartsWith("a6" + AgentWorld.Inventory, StringComparison.Ordinal));
        var parent = await _world.Server.GetAsync($"runs/{Text(run, "parentId")}");
        Assert.Equal("Identification", Text(parent, "kind"));
        var events = await _world.Server.Client.GetStringAsync($"runs/{Text(parent, "id")}/events", Token);
        Assert.Contains("PC 6: agent id-x-y", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_switched_on_pwsh_of_the_server_is_the_last_way_and_says_why_it_was_taken()
    {
        var link = await _world.LinkAsync("Local");
        var (off, bare) = (await _world.ComputerAsync("PC 7", (link, "off")), await _world.ComputerAsync("PC 8"));
        var options = new ServerOptions { DataFolder = _world.Server.Folder, Endpoint = new() { Pwsh = Pwsh.Library, Ways = { EndpointWay.Agent, EndpointWay.Local } } };
        var ways = ActivatorUtilities.CreateInstance<ComputerWays>(_world.Server.Services, new PwshRunner(options), options);

        var result = await ways.InvokeAsync(off, new() { Script = "'one'" }, Token);
        Assert.Equal(["one"], result.Output);
        Assert.Equal(
            [$"the script ran on the server's own machine: The agent 'OFF' of the provider link 'Local' is offline. Switch its computer on; if it is on, sync the agents: POST /api/v1/provider-links/{link}/agents/sync."],
            result.Warnings);
        Assert.Empty((await ways.InvokeAsync(bare, new() { Script = "'one'" }, Token)).Warnings!);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).ToString();

    private async Task<string?> WhyNotAsync(Computer computer)
    {
        var result = await _world.InvokeAsync(computer, new ComputerCommand { Script = "'one'" });
        Assert.Empty(result.Output);
        return result.Error;
    }
}
