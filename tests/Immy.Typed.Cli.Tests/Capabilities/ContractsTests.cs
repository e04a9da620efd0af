using System.Text.Json;
using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Capabilities;

public sealed class ContractsTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Capabilities_of_a_file_are_listed_beside_the_shipped_ones()
    {
        var ran = await ImmyProcess.RunAsync("capabilities", "--contracts", SampleContracts.Path);

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        var listed = JsonElement.Parse(ran.Out).EnumerateArray().ToDictionary(static capability => capability.GetProperty("name").GetString()!);
        Assert.Contains("ISupportsListingAgents", listed.Keys);
        Assert.Equal("Restarts computers by way of the vendor's agent.", listed["ISupportsRebootingAgents"].GetProperty("summary").GetString());
        Assert.Equal("IProviderAgentDetails", listed["ISupportsRebootingAgents"].GetProperty("blocks")[0].GetProperty("parameters")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_block_of_such_a_capability_is_called()
    {
        var script = _folder.WithBlock("ISupportsRebootingAgents", "RebootAgent", """
            param($agent)
            Write-Host "$($agent.Name) $($Integration -is [ISupportsRebootingAgents])"
            """);
        var ran = await ImmyProcess.RunAsync(
            "invoke", script, "ISupportsRebootingAgents.RebootAgent", "--contracts", SampleContracts.Path, "--arg", "agent={\"externalAgentId\":\"1\",\"name\":\"pc\"}");

        Assert.Equal("host: pc True\n", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_block_of_an_internal_capability_is_called()
    {
        var script = _folder.WithBlock("ISupportsCountingAgents", "CountAgents", "3");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsCountingAgents.CountAgents", "--contracts", SampleContracts.Path);

        Assert.Equal("3\n", ran.Out);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_block_is_called_by_the_name_of_the_capability_that_is_extended()
    {
        var script = _folder.Script("$Integration | Add-DynamicIntegrationCapability ISupportsSortingAgents -GetSortOrder { 'name' } -GetAgents { New-IntegrationAgent -AgentId 1 -Name One }");
        var ran = await InProcess.RunAsync("invoke", script, "ISupportsListingAgents.GetAgents", "--contracts", SampleContracts.Path);

        Assert.Contains("\"name\":\"One\"", ran.Out, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task A_script_without_its_contracts_is_told()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.WithBlock("ISupportsCountingAgents", "CountAgents", "3"), "IProvider.HealthCheck");

        Assert.Contains("error IMMY102: 'ISupportsCountingAgents' is no capability.", ran.Error, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_named_twice_counts_once()
        => Assert.Equal(0, (await InProcess.RunAsync("capabilities", "--contracts", SampleContracts.Path, "--contracts", SampleContracts.Path)).ExitCode);

    [Theory]
    [InlineData("capabilities")]
    [InlineData("invoke")]
    public async Task A_file_that_contributes_nothing_is_wrong_usage(string command)
    {
        var path = _folder.Write("Text.dll", "text");
        string[] rest = command == "invoke" ? [_folder.Script(""), "IProvider.HealthCheck"] : [];
        var ran = await InProcess.RunAsync([command, .. rest, "--contracts", path]);

        Assert.Equal(
            $"error: The capability assembly '{path}' is not a .NET assembly. Name the DLL that a contracts project builds, such as bin/Release/net10.0/Acme.Contracts.dll.\nRun 'immy {command} --help' for usage.\n",
            ran.Error);
        Assert.Equal("", ran.Out);
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task One_interface_in_two_files_is_wrong_usage_that_names_both()
    {
        var copy = _folder.PathOf("Copy.dll");
        File.Copy(SampleContracts.Path, copy);
        var ran = await InProcess.RunAsync("capabilities", "--contracts", SampleContracts.Path, "--contracts", copy);

        Assert.Equal(
            $"error: Two capabilities are named 'ISupportsCountingAgents': Acme.Contracts.ISupportsCountingAgents in {SampleContracts.Path} and Acme.Contracts.ISupportsCountingAgents in {copy}. Scripts name a capability by its simple name: rename one of the interfaces, or leave one of the assemblies out.",
            ran.ErrorLines[0]);
        Assert.Equal(2, ran.ExitCode);
    }

    [Fact]
    public async Task The_shipped_contracts_are_not_contributed_again()
    {
        var ran = await InProcess.RunAsync("capabilities", "--contracts", typeof(CapabilityAttribute).Assembly.Location);

        Assert.StartsWith("error: Two capabilities are named 'IProvider'", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, ran.ExitCode);
    }
}
