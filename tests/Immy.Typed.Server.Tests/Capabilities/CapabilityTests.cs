using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Capabilities;

/// <summary>Capabilities of a link over REST, those of a contributor among them.</summary>
public sealed class CapabilityTests(CapabilityFixture fixture) : IClassFixture<CapabilityFixture>
{
    private const string Agent = """{"externalAgentId":"a1","name":"PC","agentVersion":"3.1","isOnline":true}""";

    private const string Lines = "application/x-ndjson";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_spans_and_versions_arrive_as_the_contract_has_them()
    {
        Assert.Equal((204, ""), await fixture.CallAsync("ISupportsMaintenanceMode.EnableMaintenanceMode", $$"""{"Agent":{{Agent}},"duration":"01:30:00"}"""));
        Assert.Equal((200, "\"token of c1 after a1 3 90\""), await fixture.CallAsync("ISupportsTenantInstallToken.GetTenantInstallToken", """{"clientId":"c1"}"""));
    }

    [Fact]
    public async Task Enumerations_and_numbers_arrive_too()
        => Assert.Equal(
            (200, "\"PowerShell 30 Get-Date\""),
            await fixture.CallAsync("irunscriptprovider.runscript", $$"""{"agent":{{Agent}},"scriptCode":"Get-Date","scriptLanguage":"PowerShell","timeout":30,"scriptPath":"C:/x.ps1"}"""));

    [Fact]
    public async Task A_list_is_an_array()
    {
        var (status, answer) = await fixture.CallAsync("ISupportsListingAgents.GetAgents", """{"clientIds":["c1","c2"]}""");

        Assert.Equal(200, status);
        Assert.Equal(["agent-c1 1.2.3", "agent-c2 1.2.3"], JsonElement.Parse(answer).EnumerateArray().Select(static agent => $"{agent.GetProperty("externalAgentId").GetString()} {agent.GetProperty("agentVersion").GetString()}"));
    }

    [Fact]
    public async Task A_list_streams_as_lines()
    {
        var (status, answer) = await fixture.CallAsync("ISupportsListingAgents.GetAgents", """{"clientIds":["c1","c2"]}""", Lines);

        Assert.Equal(200, status);
        Assert.Equal(["agent-c1", "agent-c2"], answer.TrimEnd('\n').Split('\n').Select(static line => JsonElement.Parse(line).GetProperty("externalAgentId").GetString()));
    }

    [Theory]
    [InlineData("broken", "The integration failed midway.", "The page is gone.")]
    [InlineData("partial", "Something was left out.", "One agent is unreadable.")]
    public async Task A_list_that_fails_midway_says_so_in_its_last_line(string id, string title, string detail)
    {
        var (status, answer) = await fixture.CallAsync("ISupportsListingAgents.GetAgents", $$"""{"clientIds":["c1","{{id}}"]}""", Lines);

        var lines = answer.TrimEnd('\n').Split('\n');
        Assert.Equal((200, 2), (status, lines.Length));
        Assert.Equal("agent-c1", JsonElement.Parse(lines[0]).GetProperty("externalAgentId").GetString());
        var problem = JsonElement.Parse(lines[1]).GetProperty("problem");
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_bad_gateway_with_line_and_column()
    {
        var (status, answer) = await fixture.CallAsync("ISupportsListingAgents.GetAgents", """{"clientIds":["broken"]}""", Lines);

        Assert.Equal(502, status);
        Assert.Equal(("Acme.ps1", 5), (JsonElement.Parse(answer).GetProperty("problems")[0].GetProperty("file").GetString(), JsonElement.Parse(answer).GetProperty("problems")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Secrets_in_results_are_masked()
        => Assert.Equal((200, """{"Authorization":"Bearer ********"}"""), await fixture.CallAsync("ISupportsAuthenticatedDownload.GetAuthHeader", "{}"));

    [Fact]
    public async Task A_contributors_capability_works_as_well()
    {
        Assert.Equal((200, "42"), await fixture.CallAsync("ISupportsCountingAgents.CountAgents", "{}"));
        Assert.Equal((204, ""), await fixture.CallAsync("ISupportsRebootingAgents.RebootAgent", $$"""{"agent":{{Agent}}}"""));
        var (status, answer) = await fixture.CallAsync("ISupportsRebootingAgents.RebootAgent", """{"agent":{"externalAgentId":"a2","name":"Other"}}""");
        Assert.Equal(502, status);
        Assert.Contains("No computer Other", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "clientId", "ISupportsTenantInstallToken.GetTenantInstallToken needs clientId, a text.")]
    [InlineData("""{"clientId":null}""", "clientId", "clientId cannot be null. Send a text.")]
    [InlineData("""{"clientId":{}}""", "clientId", "clientId is not what is expected: clientId is a text.")]
    [InlineData("""{"clientId":"c1","clientID2":1}""", "clientID2", "ISupportsTenantInstallToken.GetTenantInstallToken has no parameter 'clientID2'. Did you mean 'clientId'?")]
    public async Task A_wrong_argument_names_its_parameter(string body, string parameter, string message)
    {
        var (status, told) = await fixture.RefusedAsync("ISupportsTenantInstallToken.GetTenantInstallToken", body, parameter);

        Assert.Equal(400, status);
        Assert.StartsWith(message, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"agent":{"externalAgentId":"a1"},"duration":"long"}""", "duration", "duration is not what is expected: duration is a span of time such as \"01:30:00\".")]
    [InlineData("""{"agent":{"externalAgentId":"a1","isOnline":"perhaps"},"duration":"00:10:00"}""", "agent", "agent.isOnline is not what is expected: agent is an object of IProviderAgentDetails.")]
    [InlineData("""{"agent":{},"duration":"00:10:00"}""", "agent", "agent is not what is expected: agent is an object of IProviderAgentDetails. JSON deserialization for type")]
    public async Task A_wrong_part_of_a_record_is_named(string body, string parameter, string message)
    {
        var (status, told) = await fixture.RefusedAsync("ISupportsMaintenanceMode.EnableMaintenanceMode", body, parameter);

        Assert.Equal(400, status);
        Assert.StartsWith(message, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ISupportsListingAgent.GetAgents", 404, "There is no capability 'ISupportsListingAgent'. Did you mean 'ISupportsListingAgents'?")]
    [InlineData("ISupportsListingAgents.GetAgent", 404, "There is no block 'GetAgent' of ISupportsListingAgents. Did you mean 'GetAgents'?")]
    [InlineData("ISupportsListingClients.GetClients", 409, "ISupportsListingClients is excluded for the provider link 'Acme'. An administrator can give it back: take it out of excludedCapabilities.")]
    [InlineData("IProvider.Init", 409, "IProvider.Init runs with the values that the provider link was saved with. Save the link to run it, or try other values with test-connection.")]
    public async Task What_cannot_be_called_is_told(string block, int expected, string message)
        => Assert.Equal((expected, message), await fixture.RefusedAsync(block, "{}"));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    public async Task A_body_that_is_no_object_is_refused(string body) => Assert.Equal(400, (await fixture.CallAsync("ISupportsCountingAgents.CountAgents", body)).Status);

    [Fact]
    public async Task A_capability_that_the_script_does_not_add_is_told_with_those_that_it_has()
    {
        var (status, message) = await fixture.RefusedAsync("ISupportsGetLatestAgentVersion.GetLatestAgentVersion", """{"externalClientId":"c1"}""");

        Assert.Equal(409, status);
        Assert.StartsWith("The provider link 'Acme' does not have ISupportsGetLatestAgentVersion: its script does not add it. It has: IProvider, IRunScriptProvider, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_request_is_sent_to_its_own_address()
    {
        var (status, message) = await fixture.RefusedAsync("ISupportsHttpRequest.HandleHttpRequest", "{}");

        Assert.Equal((409, $"ISupportsHttpRequest.HandleHttpRequest answers web requests, which JSON cannot stand for. Send the request itself to /plugins/api/v1/{fixture.Link.Split('/')[1]}/."), (status, message));
    }

    [Fact]
    public async Task Every_call_is_a_run_that_the_answer_names()
    {
        using var response = await fixture.Server.Client.PostAsync($"{fixture.Link}/capabilities/ISupportsListingAgents/GetAgents", new StringContent("""{"clientIds":["c1","partial"]}""", System.Text.Encoding.UTF8, "application/json"), Token);

        Assert.Equal("Partial", response.Headers.GetValues("Immy-Outcome").Single());
        var run = await fixture.Server.GetAsync($"runs/{response.Headers.GetValues("Immy-Run").Single()}");
        Assert.Equal(
            ("Capability", "ISupportsListingAgents.GetAgents", "Partial", "test", 1),
            (run.GetProperty("kind").GetString(), run.GetProperty("name").GetString(), run.GetProperty("state").GetString(), run.GetProperty("causedBy").GetString(), run.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Readers_call_nothing()
    {
        using var reader = await fixture.Server.ClientOfAsync(Server.Security.Role.Reader);
        using var response = await reader.PostAsync($"{fixture.Link}/capabilities/ISupportsCountingAgents/CountAgents", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Token);

        Assert.Equal(403, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_a_link_can_do_is_listed_with_blocks_parameters_and_what_is_excluded()
    {
        var capabilities = (await fixture.Server.GetAsync($"{fixture.Link}/capabilities")).EnumerateArray().ToDictionary(static capability => capability.GetProperty("name").GetString()!);

        Assert.Equal((true, false), (capabilities["ISupportsListingClients"].GetProperty("isExcluded").GetBoolean(), capabilities["ISupportsListingAgents"].GetProperty("isExcluded").GetBoolean()));
        var block = capabilities["ISupportsMaintenanceMode"].GetProperty("blocks")[0];
        Assert.Equal(("EnableMaintenanceMode", "Nothing"), (block.GetProperty("name").GetString(), block.GetProperty("shape").GetString()));
        Assert.Equal(["agent", "duration"], block.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("object", block.GetProperty("parameters")[0].GetProperty("schema").GetProperty("type").GetString());
        Assert.Equal("Counts agents; hosts reach it by its descriptor only.", capabilities["ISupportsCountingAgents"].GetProperty("summary").GetString());
        Assert.StartsWith("ISupportsHttpRequest.HandleHttpRequest answers web requests", capabilities["ISupportsHttpRequest"].GetProperty("blocks")[0].GetProperty("notCallable").GetString(), StringComparison.Ordinal);
    }
}
