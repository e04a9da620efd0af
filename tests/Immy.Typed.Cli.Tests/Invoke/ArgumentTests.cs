using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class ArgumentTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clientId=abc", "abc")]
    [InlineData("CLIENTID=\"a b\"", "a b")]
    [InlineData("clientId=225494730938494001", "225494730938494001")]
    [InlineData("clientId={\"a\":1}", "{\"a\":1}")]
    [InlineData("clientId=a=b", "a=b")]
    public async Task A_text_needs_no_quotes(string argument, string expected)
    {
        var script = _folder.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) $clientId");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsTenantInstallToken.GetTenantInstallToken", "--arg", argument, "--format", "table");

        Assert.Equal(expected + "\n", ran.Out);
    }

    [Theory]
    [InlineData("clientIds=[\"1\",\"2\"]", "2: 1,2")]
    [InlineData("clientIds=[225494730938494001]", "1: 225494730938494001")]
    [InlineData("clientIds=null", "0: ")]
    [InlineData(null, "0: ")]
    public async Task A_list_of_ids_may_be_numbers_null_or_left_out(string? argument, string expected)
    {
        var script = _folder.WithBlock("ISupportsListingAgents", "GetAgents", "param($clientIds) Write-Host \"$($clientIds.Count): $($clientIds -join ',')\"");
        string[] arguments = argument is null ? [] : ["--arg", argument];
        var ran = await InProcess.RunAsync(["invoke", script, "ISupportsListingAgents.GetAgents", .. arguments]);

        Assert.Equal($"host: {expected}".TrimEnd(), ran.Error.TrimEnd());
    }

    [Fact]
    public async Task A_record_is_read_in_any_case_and_a_void_block_writes_nothing()
    {
        var script = _folder.WithBlock("ISupportsDeletingOfflineAgent", "DeleteAgent", "param($agent) Write-Host \"$($agent.Name) $($agent.AgentVersion.Minor)\"");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsDeletingOfflineAgent.DeleteAgent", "--arg", """agent={"ExternalAgentId":"1","name":"PC","agentVersion":"1.22"}""");

        Assert.Equal("host: PC 22\n", ran.Error);
        Assert.Equal("", ran.Out);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_record_without_a_property_that_it_needs_is_wrong_usage()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script(""), "ISupportsDeletingOfflineAgent.DeleteAgent", "--arg", "agent={}");

        Assert.StartsWith("error: The argument agent is not JSON that fits IProviderAgentDetails: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("missing required properties including: 'externalAgentId'", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task A_time_span_and_an_enumeration_need_no_quotes()
    {
        var script = _folder.Script("""
            $Integration | Add-DynamicIntegrationCapability -Interface ISupportsMaintenanceMode -EnableMaintenanceMode { param($duration) Write-Host $duration.TotalMinutes } -DisableMaintenanceMode { }
            $Integration | Add-DynamicIntegrationCapability -Interface IRunScriptProvider -RunScript { param($scriptLanguage, $timeout) "$scriptLanguage $timeout" } -get_DefaultTimeout { 600 }
            """);
        var mode = await InProcess.RunAsync("invoke", script, "ISupportsMaintenanceMode.EnableMaintenanceMode", "--arg", """agent={"externalAgentId":"1"}""", "--arg", "duration=00:30:00");
        var run = await InProcess.RunAsync(
            "invoke", script, "IRunScriptProvider.RunScript", "--arg", """agent={"externalAgentId":"1"}""", "--arg", "scriptCode=dir", "--arg", "scriptLanguage=Bash", "--arg", "timeout=60", "--arg", "scriptPath=/tmp/a");
        var timeout = await InProcess.RunAsync("invoke", script, "IRunScriptProvider.get_DefaultTimeout");

        Assert.Equal("host: 30\n", mode.Error);
        Assert.Equal("\"Bash 60\"\n", run.Out);
        Assert.Equal("600\n", timeout.Out);
    }

    [Fact]
    public async Task A_web_request_is_described_in_JSON_and_its_answer_shown_as_JSON()
    {
        var script = _folder.WithBlock("ISupportsHttpRequest", "HandleHttpRequest", """
            param($httpContext, $body, $route)
            $request = $httpContext.Request
            $result = [ObjectResult]::new(@{ text = "$($request.Method) $($request.Path) $($request.Query['x']) $($request.Headers['X-Sign']) $($body.a.b) $route" })
            $result.StatusCode = 202
            $result
            """);
        var ran = await InProcess.RunAsync(
            "invoke", script, "ISupportsHttpRequest.HandleHttpRequest", "--arg", "route=threats", "--format", "ndjson",
            "--arg", """httpContext={"method":"put","path":"hook","query":{"x":"1"},"headers":{"X-Sign":"s"},"body":{"a":{"b":"deep"}}}""");

        Assert.Equal("""{"statusCode":202,"value":{"text":"PUT /hook 1 s deep threats"},"contentType":null}""" + "\n", ran.Out);
        Assert.Equal("", ran.Error);
    }

    [Fact]
    public async Task A_made_up_computer_answers_Invoke_ImmyCommand()
    {
        var computer = _folder.Write("pc.json", """{ "name": "PC", "files": { "C:\\Vendor\\id.txt": "abc" } }""");
        var script = _folder.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", @"Invoke-ImmyCommand { Get-Content 'C:\Vendor\id.txt' }");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsInventoryIdentification.GetInventoryScript", "--computer", computer);

        Assert.Equal("", ran.Error);
        Assert.Equal("\"abc\"\n", ran.Out);
    }

    [Fact]
    public async Task Of_two_modules_with_one_name_the_later_folder_wins()
    {
        _folder.Write("one/Shared.psm1", "function Get-Answer { 'one' }");
        _folder.Write("two/Shared.psm1", "function Get-Answer { 'two' }");
        var script = _folder.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Import-Module Shared\nGet-Answer");
        var ran = await InProcess.RunAsync(
            "invoke", script, "ISupportsTenantInstallToken.GetTenantInstallToken", "--arg", "clientId=1", "--modules", _folder.PathOf("one"), "--modules", _folder.PathOf("two"));

        Assert.Equal("\"two\"\n", ran.Out);
    }
}
