using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Maintenance;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Maintenance;

/// <summary>Maintenance sessions over real HTTP, with scripts in real sessions and in a real pwsh.</summary>
public sealed class MaintenanceTests(DeployWorld world) : IClassFixture<DeployWorld>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_goes_comes_first_and_a_deployment_of_the_computer_stands_above_its_tenants()
    {
        var tenant = await world.TenantAsync("Contoso");
        var computer = await world.ComputerAsync("PC-1", tenant);
        var old = await world.SoftwareAsync("Zoo", "'installs'", "'removes'", isLinked: false);
        await world.DeployToTenantAsync(old, tenant);
        await world.DeployAsync(old, computer, desiredState: "Uninstalled");
        await world.DeployToTenantAsync(await world.SoftwareAsync("Browser", "'installs'; @{ a = 1 }.Count", isLinked: false), tenant);

        var session = await world.MaintainAsync(computer);

        Assert.Equal(("Succeeded", "test", "PC-1"), (Text(session, "state"), Text(session, "causedBy"), Text(session, "computerName")));
        Assert.Equal(["1 Zoo Uninstalled Succeeded removes", "2 Browser Installed Succeeded installs\n1"], Actions(session).Select(static action
            => $"{action.GetProperty("number")} {Text(action, "softwareName")} {Text(action, "desiredState")} {Text(action, "state")} {Text(action, "output")}"));
        var run = await world.Server.GetAsync($"runs/{Text(session, "runId")}");
        Assert.Equal(("Maintenance", "Maintenance of PC-1", "Ok", 2), (Text(run, "kind"), Text(run, "name"), Text(run, "state"), run.GetProperty("count").GetInt32()));
        Assert.Equal(["Install Browser on PC-1", "Uninstall Zoo on PC-1"], (await world.Server.ItemsAsync($"runs?parentId={Text(session, "runId")}&kind=Action")).Select(static part => Text(part, "name")));
    }

    [Fact]
    public async Task A_script_runs_on_the_computer_with_the_real_token_and_its_streams_are_masked()
    {
        var (link, tenant) = (await world.LinkAsync("Acme tokens"), await world.TenantAsync("Fabrikam"));
        await world.MapAsync(link, tenant, "site-1");
        var computer = await world.ComputerAsync("PC-2", tenant);

        var action = await world.InstallAsync(
            computer,
            """
            $token = Get-IntegrationAgentInstallToken
            Write-Host "registering with $token"
            Invoke-ImmyCommand {
                Set-Content -Path registered.txt -Value $using:token
                (Get-Content registered.txt).Split('-')
            }
            Invoke-ImmyCommand { "kept: $(Get-Content registered.txt)" }
            """,
            link);

        Assert.Equal(("Succeeded", null), (Text(action, "state"), Text(action, "error")));
        Assert.Equal("install\nsecret\nof\nsite\n1\nkept: ********", Text(action, "output"));
        Assert.Equal(["registering with ********"], await world.EventsAsync(Text(action, "runId"), "Host"));
        var run = await world.Server.GetAsync($"runs/{Text(action, "runId")}");
        Assert.Equal(("Action", link, "Ok", 6), (Text(run, "kind"), Text(run, "providerLinkId"), Text(run, "state"), run.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task An_action_that_fails_does_not_keep_the_next_from_running()
    {
        var computer = await world.ComputerAsync("PC-3");
        await world.DeployAsync(await world.SoftwareAsync("A1", "Write-Host 'begins'\nthrow 'no space left'", isLinked: false), computer);
        await world.DeployAsync(await world.SoftwareAsync("A2", isLinked: false), computer);
        await world.DeployAsync(await world.SoftwareAsync("A3", "'done'", isLinked: false), computer);

        var session = await world.MaintainAsync(computer);

        Assert.Equal(("Failed", "2 of 3 actions failed."), (Text(session, "state"), Text(session, "message")));
        var actions = Actions(session);
        Assert.Equal(["Failed", "Failed", "Succeeded"], actions.Select(static action => Text(action, "state")));
        Assert.Equal("Install A1.ps1(2,1): error IMMY201: Metascript.Run failed: no space left. What it wrote until then is in the run's streams.", Text(actions[0], "error"));
        Assert.Equal(["begins"], await world.EventsAsync(Text(actions[0], "runId"), "Host"));
        var software = Text(actions[1], "softwareId");
        Assert.Equal(
            $"The software 'A2' has no install script. Give it one: PUT /api/v1/software/{software}. No provider link offers one either: The software 'A2' is linked to no integration type. Link it: PUT /api/v1/software/{software} with integrationTypeId.",
            Text(actions[1], "error"));
        Assert.Equal("Failed", Text(await world.Server.GetAsync($"runs/{Text(session, "runId")}"), "state"));
    }

    [Fact]
    public async Task Agents_are_in_maintenance_mode_around_a_session_also_around_one_that_fails()
    {
        var link = await world.LinkAsync("Acme modes");
        var computer = await world.ComputerAsync("PC-4");
        await world.AgentAsync(link, "agent-4", computer);
        await world.DeployAsync(await world.SoftwareAsync("Fails", $"Invoke-RestMethod {world.Remote.Url}/work/agent-4 | Out-Null\nthrow 'it fails'"), computer, link);

        var session = await world.MaintainAsync(computer);

        Assert.Equal("Failed", Text(session, "state"));
        Assert.Equal(["/begin/agent-4/1", "/work/agent-4", "/end/agent-4"], Asked("agent-4"));
        Assert.Equal(["The agent 'agent-4' is in maintenance mode."], (await world.EventsAsync(Text(session, "runId"), "Note")).Take(1));
        Assert.Equal(
            ["Maintenance mode of agent-4 ends Ok", "Maintenance mode of agent-4 begins Ok"],
            (await world.Server.ItemsAsync($"runs?parentId={Text(session, "runId")}&kind=Maintenance")).Select(static run => $"{Text(run, "name")} {Text(run, "state")}"));
        Assert.Equal(0, await HoldsAsync(computer));
    }

    [Fact]
    public async Task A_session_that_is_stopped_ends_its_script_and_the_maintenance_mode_and_can_be_run_again()
    {
        var link = await world.LinkAsync("Acme stopped");
        var computer = await world.ComputerAsync("PC-5");
        await world.AgentAsync(link, "agent-5", computer);
        await world.DeployAsync(await world.SoftwareAsync("S1 waits", $"Invoke-RestMethod {world.Remote.Url}/work/agent-5 | Out-Null\nStart-Sleep -Seconds 600"), computer, link);
        await world.DeployAsync(await world.SoftwareAsync("S2 never runs", "'runs'", isLinked: false), computer);
        var id = await world.BeginAsync(computer);
        await Waiting.ForAsync(() => Task.FromResult(Asked("agent-5")), static asked => asked.Contains("/work/agent-5"));

        var (refused, second) = await world.Server.PostAsync($"maintenance-sessions/{id}/run-again", new { });
        Assert.Equal((409, $"The maintenance session {id} of 'PC-5' has not ended. Wait for it, or stop it: POST /api/v1/maintenance-sessions/{id}/cancel."), (refused, Text(second, "detail")));
        Assert.Equal(202, (await world.Server.PostAsync($"maintenance-sessions/{id}/cancel", new { })).Status);
        var session = await world.EndedAsync(id);

        Assert.Equal(("Cancelled", "It was stopped."), (Text(session, "state"), Text(session, "message")));
        Assert.Equal(["Cancelled It was stopped.", "Cancelled "], Actions(session).Select(static action => $"{Text(action, "state")} {Text(action, "error")}"));
        Assert.Equal(["/begin/agent-5/2", "/work/agent-5", "/end/agent-5"], Asked("agent-5"));
        await Waiting.ForAsync(() => world.Server.GetAsync($"runs/{Text(Actions(session)[0], "runId")}"), static run => Text(run, "state") == "Cancelled");
        Assert.Equal("Cancelled", Text(await world.Server.GetAsync($"runs/{Text(session, "runId")}"), "state"));

        var (conflict, ended) = await world.Server.PostAsync($"maintenance-sessions/{id}/cancel", new { });
        Assert.Equal((409, $"The maintenance session {id} has ended already: Cancelled. There is nothing to stop."), (conflict, Text(ended, "detail")));
        var (status, again) = await world.Server.PostAsync($"maintenance-sessions/{id}/run-again", new { });
        Assert.Equal(202, status);
        await world.Server.PostAsync($"maintenance-sessions/{Text(again, "sessionId")}/cancel", new { });
        await world.EndedAsync(Text(again, "sessionId")!);
        Assert.Equal(2, (await world.Server.ItemsAsync($"maintenance-sessions?computerId={computer}&state=Cancelled")).Count);
    }

    [Fact]
    public async Task A_mode_that_cannot_be_ended_is_told_and_ended_later()
    {
        var link = await world.LinkAsync("Acme refuses");
        var computer = await world.ComputerAsync("PC-6");
        await world.AgentAsync(link, "agent-6", computer);
        await world.DeployAsync(await world.SoftwareAsync("Works", "'done'"), computer, link);
        world.Remote.Refuses = "/end/agent-6";

        var session = await world.MaintainAsync(computer);

        world.Remote.Refuses = null;
        Assert.Equal("Succeeded", Text(session, "state"));
        Assert.StartsWith("Maintenance mode of the agent 'agent-6' could not be ended, and is tried again each minute: ", Text(session, "message"), StringComparison.Ordinal);
        Assert.Contains("ISupportsMaintenanceMode.DisableMaintenanceMode", Text(session, "message"), StringComparison.Ordinal);
        Assert.Equal("Partial", Text(await world.Server.GetAsync($"runs/{Text(session, "runId")}"), "state"));
        Assert.Equal(1, await HoldsAsync(computer));

        await world.Server.Services.GetRequiredService<MaintenanceKeeper>().TidyAsync(Token);
        Assert.Equal(["/begin/agent-6/1", "/end/agent-6", "/end/agent-6"], Asked("agent-6"));
        Assert.Equal(0, await HoldsAsync(computer));
    }

    [Fact]
    public async Task A_mode_that_cannot_begin_does_not_keep_the_session_from_going_on()
    {
        var link = await world.LinkAsync("Acme does not begin");
        var computer = await world.ComputerAsync("PC-7");
        await world.AgentAsync(link, "agent-7", computer);
        await world.DeployAsync(await world.SoftwareAsync("Works too", "'done'"), computer, link);
        world.Remote.Refuses = "/begin/agent-7";

        var session = await world.MaintainAsync(computer);

        world.Remote.Refuses = null;
        Assert.Equal("Succeeded", Text(session, "state"));
        Assert.StartsWith("The agent 'agent-7' could not be put into maintenance mode: ", Assert.Single(await world.EventsAsync(Text(session, "runId"), "Warning")), StringComparison.Ordinal);
        Assert.Equal(["/begin/agent-7/1", "/end/agent-7"], Asked("agent-7"));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_do_it_is_told_and_readers_begin_nothing()
    {
        var computer = await world.ComputerAsync("PC-8");
        var (status, refused) = await world.Server.PostAsync($"computers/{computer}/maintenance-sessions", new { });
        Assert.Equal((409, "No deployment applies to 'PC-8', which belongs to no tenant. Make one for it or for its tenant: POST /api/v1/deployments."), (status, Text(refused, "detail")));

        var unknown = Guid.NewGuid();
        Assert.Equal((404, $"There is no computer {unknown}."), Told(await world.Server.PostAsync($"computers/{unknown}/maintenance-sessions", new { })));
        Assert.Equal((404, $"There is no maintenance session {unknown}."), Told(await world.Server.PostAsync($"maintenance-sessions/{unknown}/cancel", new { })));
        Assert.Equal((404, $"There is no maintenance session {unknown}."), Told(await world.Server.PostAsync($"maintenance-sessions/{unknown}/run-again", new { })));

        using var reader = await world.Server.ClientOfAsync(Role.Reader);
        using var forbidden = await reader.PostAsJsonAsync($"computers/{computer}/maintenance-sessions", new { }, Token);
        Assert.Equal(403, (int)forbidden.StatusCode);
        using var read = await reader.GetAsync("maintenance-sessions", Token);
        Assert.Equal(200, (int)read.StatusCode);
    }

    private static (int Status, string? Detail) Told((int Status, JsonElement Answer) answer) => (answer.Status, Text(answer.Answer, "detail"));

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private static List<JsonElement> Actions(JsonElement session) => [.. session.GetProperty("actions").EnumerateArray()];

    private List<string> Asked(string agent) => [.. world.Remote.Asked.Where(path => path.Contains(agent, StringComparison.Ordinal))];

    private async Task<int> HoldsAsync(Guid computer)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceHolds.CountAsync(hold => hold.Session!.ComputerId == computer, Token);
    }
}
