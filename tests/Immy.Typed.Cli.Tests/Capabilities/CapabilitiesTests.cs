using System.Text.Json;
using Immy.Typed.Capabilities;
using Immy.Typed.Cli.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Tests.Capabilities;

public sealed class CapabilitiesTests
{
    [Fact]
    public async Task Json_lists_every_interface_with_blocks_parameters_and_results()
    {
        var ran = await ImmyProcess.RunAsync("capabilities");

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        var listed = JsonElement.Parse(ran.Out).EnumerateArray().ToList();
        Assert.Equal(
            CapabilityCatalog.ListOf(typeof(IProvider).Assembly).Capabilities.Select(static capability => capability.Name),
            listed.Select(static capability => capability.GetProperty("name").GetString()));
        var block = listed.Single(static capability => capability.GetProperty("name").GetString() == "ISupportsListingAgents").GetProperty("blocks")[0];
        Assert.Equal("GetAgents", block.GetProperty("name").GetString());
        Assert.Equal("string[]?", block.GetProperty("parameters")[0].GetProperty("type").GetString());
        Assert.False(block.GetProperty("parameters")[0].GetProperty("isMandatory").GetBoolean());
        Assert.Equal("IProviderAgentDetails[]", block.GetProperty("result").GetProperty("type").GetString());
        Assert.True(block.GetProperty("result").GetProperty("isList").GetBoolean());
    }

    [Fact]
    public async Task The_table_reads_well_within_100_characters()
    {
        var ran = await InProcess.RunAsync("capabilities", "--format", "table");

        Assert.Contains("── ISupportsTenantInstallToken ──", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  -GetTenantInstallToken writes string\n", ran.Out, StringComparison.Ordinal);
        Assert.Contains("      $clientId string  The id of the client", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  -NewSupportFormBranding (optional) writes ProviderSupportFormBranding\n", ran.Out, StringComparison.Ordinal);
        Assert.All(ran.Out.Split('\n'), static line => Assert.True(line.Length <= 100, line));
    }
}
