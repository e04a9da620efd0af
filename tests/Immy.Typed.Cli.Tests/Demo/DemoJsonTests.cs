using System.Text.Json;
using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Demo;

public sealed class DemoJsonTests(DemoJsonRun run) : IClassFixture<DemoJsonRun>
{
    [Fact]
    public void The_exit_code_is_0_and_nothing_stands_on_standard_error()
    {
        Assert.Equal("", run.Ran.Error);
        Assert.Equal(0, run.Ran.ExitCode);
    }

    [Fact]
    public void The_document_names_the_integration_and_its_capabilities()
    {
        Assert.Equal(["integration", "capabilities", "steps"], Names(run.Document));
        Assert.Equal("SentinelOne", run.Document.GetProperty("integration").GetString());
        Assert.Equal(
            ["IProvider", "ISupportsHttpRequest", "ISupportsInventoryIdentification", "ISupportsListingAgents", "ISupportsListingClients", "ISupportsTenantInstallToken"],
            run.Document.GetProperty("capabilities").EnumerateArray().Select(static name => name.GetString()));
    }

    [Fact]
    public void Each_step_says_interface_block_outcome_duration_count_and_result()
    {
        Assert.All(run.Steps, static step => Assert.Equal(["interface", "block", "outcome", "durationMs", "count", "result"], Names(step)));
        Assert.All(run.Steps, static step => Assert.Equal("ok", step.GetProperty("outcome").GetString()));
        Assert.All(run.Steps, static step => Assert.True(step.GetProperty("durationMs").GetDouble() > 0));
    }

    [Fact]
    public void The_walk_has_seven_steps_and_one_of_them_brings_the_250_agents_of_all_clients()
    {
        Assert.Equal(
            [
                "IProvider.Init 1",
                "IProvider.HealthCheck 1",
                "ISupportsListingClients.GetClients 3",
                "ISupportsListingAgents.GetAgents 250",
                "ISupportsTenantInstallToken.GetTenantInstallToken 1",
                "ISupportsInventoryIdentification.GetInventoryScript 1",
                "ISupportsHttpRequest.HandleHttpRequest 1",
            ],
            run.Steps.Select(static step => $"{step.GetProperty("interface")}.{step.GetProperty("block")} {step.GetProperty("count")}"));
        Assert.Equal(250, Result("GetAgents").GetArrayLength());
    }

    [Fact]
    public void Results_are_the_contracts_records()
    {
        Assert.Equal("""{"isSuccess":true,"message":null}""", JsonSerializer.Serialize(Result("Init")));
        Assert.Equal("Healthy", Result("HealthCheck").GetProperty("state").GetString());
        Assert.Equal("""{"externalClientId":"225494730938494001","clientName":"Contoso Dental Group"}""", JsonSerializer.Serialize(Result("GetClients")[0]));
        Assert.Equal("24.2.3.471", Result("GetAgents")[0].GetProperty("agentVersion").GetString());
        Assert.Equal(Result("GetAgents")[0].GetProperty("externalAgentId").GetString(), Result("GetInventoryScript").GetString());
    }

    [Fact]
    public void The_web_request_is_answered_as_the_script_says()
    {
        var answer = Result("HandleHttpRequest");
        Assert.Equal(["statusCode", "value", "contentType"], Names(answer));
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(1, answer.GetProperty("value").GetProperty("received").GetInt32());
        Assert.Equal("1702941854027654321", answer.GetProperty("value").GetProperty("threatIds")[0].GetString());
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);

    private JsonElement Result(string block) => run.Steps.Single(step => step.GetProperty("block").GetString() == block).GetProperty("result");
}
