using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class ExitCodeTests : IDisposable
{
    private const string GetClients = "ISupportsListingClients.GetClients";
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_script_that_does_not_parse_is_1_with_its_place()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Write("Test.ps1", "$x = {\n"), GetClients);

        Assert.Equal("Test.ps1(1,6): error IMMY101: Missing closing '}' in statement block or type definition. Mend the syntax: nothing of the script has run.\n", _folder.Bare(ran.Error));
        Assert.Equal("", ran.Out);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_block_that_throws_is_1_and_what_came_before_is_still_an_array()
    {
        var script = _folder.WithBlock("ISupportsListingClients", "GetClients", "New-IntegrationClient -ClientId 1 -ClientName One\nthrow 'the site is down'");
        var ran = await InProcess.RunAsync("invoke", script, GetClients);

        Assert.Equal(
            "Test.ps1(4,1): error IMMY201: ISupportsListingClients.GetClients failed: the site is down. What it wrote until then is in the run's streams.",
            _folder.Bare(ran.ErrorLines[0]));
        Assert.Equal("[\n  {\"externalClientId\":\"1\",\"clientName\":\"One\"}\n]\n", ran.Out);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task An_Init_that_does_not_succeed_is_1_with_its_message()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script("", "[OpResult]::Fail('the key is expired')"), "IProvider.HealthCheck");

        Assert.Equal("error: IProvider.Init of Test.ps1 did not succeed: the key is expired\n", _folder.Bare(ran.Error));
        Assert.Equal("", ran.Out);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task Init_itself_is_the_result_when_it_is_asked_for()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script("", "[OpResult]::Fail('the key is expired')"), "IProvider.Init", "--format", "ndjson");

        Assert.Equal("{\"isSuccess\":false,\"message\":\"the key is expired\"}\n", ran.Out);
        Assert.Equal("", ran.Error);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_missing_value_of_the_form_is_1_and_names_the_field()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script("", "param([Parameter(Mandatory)][Uri]$Address) [OpResult]::Ok()"), "IProvider.HealthCheck");

        Assert.Equal("Test.ps1(1,80): error IMMY301: The form field 'Address' is mandatory and has no value. Give it a value (Uri).\n", _folder.Bare(ran.Error));
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task An_interface_that_the_script_does_not_add_is_1_and_says_what_it_has()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script(""), GetClients);

        Assert.Equal("error: Test.ps1 does not have ISupportsListingClients. It has: IProvider.\n", _folder.Bare(ran.Error));
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_record_of_the_wrong_type_is_3_and_the_others_arrive()
    {
        var script = _folder.WithBlock("ISupportsListingClients", "GetClients", "New-IntegrationClient -ClientId 1 -ClientName One\n'oops'\nNew-IntegrationClient -ClientId 2 -ClientName Two");
        var ran = await InProcess.RunAsync("invoke", script, GetClients, "--format", "ndjson");

        Assert.Equal(
            "Test.ps1(4,1): error IMMY204: Object 2 that ISupportsListingClients.GetClients wrote is String, where IProviderClientDetails is due; it is left out. Make it with New-IntegrationClient.\n",
            _folder.Bare(ran.Error));
        Assert.Equal("{\"externalClientId\":\"1\",\"clientName\":\"One\"}\n{\"externalClientId\":\"2\",\"clientName\":\"Two\"}\n", ran.Out);
        Assert.Equal(3, ran.ExitCode);
    }

    [Fact]
    public async Task The_process_ends_with_the_code_and_keeps_the_two_streams_apart()
    {
        var script = _folder.WithBlock("ISupportsListingClients", "GetClients", "Write-Warning 'slow'\nNew-IntegrationClient -ClientId 1 -ClientName One\n'oops'");
        var ran = await ImmyProcess.RunAsync("invoke", script, GetClients, "--format", "ndjson");

        Assert.Equal("{\"externalClientId\":\"1\",\"clientName\":\"One\"}\n", ran.Out);
        Assert.Equal("warning: slow", ran.ErrorLines[0]);
        Assert.Contains("error IMMY204", ran.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(3, ran.ExitCode);
    }

    [Fact]
    public async Task A_computer_that_is_not_given_is_the_scripts_problem()
    {
        var script = _folder.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", "Invoke-ImmyCommand { 'id' }");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsInventoryIdentification.GetInventoryScript");

        Assert.Equal(
            "Test.ps1(3,1): error IMMY408: Invoke-ImmyCommand runs on the action's computer, and there is none here. Call it in a script that runs for a computer, such as GetInventoryScript.",
            _folder.Bare(ran.ErrorLines[0]));
        Assert.Equal(1, ran.ExitCode);
    }
}
