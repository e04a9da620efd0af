using System.Management.Automation.Language;

namespace Immy.Typed.Integrations.Tests;

public sealed class BundledIntegrationsTests
{
    private readonly BundledIntegrations _bundled = new();

    [Fact]
    public void SentinelOne_is_bundled_with_its_module()
    {
        Assert.Equal(["SentinelOne"], _bundled.Integrations.Select(integration => integration.Name));
        Assert.Equal(["SentinelOne"], _bundled.Modules.Keys);
    }

    [Fact]
    public void Names_are_found_in_any_case()
    {
        Assert.Same(_bundled.Integrations[0], _bundled.Find("sentinelone"));
        Assert.True(_bundled.Modules.ContainsKey("SENTINELONE"));
        Assert.Null(_bundled.Find("Sentinel"));
    }

    [Fact]
    public void Every_script_parses()
    {
        var texts = _bundled.Integrations.Select(integration => integration.Script).Concat(_bundled.Modules.Values);

        Assert.All(texts, text =>
        {
            Parser.ParseInput(text, out _, out var errors);
            Assert.Empty(errors);
        });
    }

    [Fact]
    public void Every_function_that_a_module_exports_has_help()
    {
        foreach (var module in _bundled.Modules.Values)
        {
            var script = Parser.ParseInput(module, out _, out _);
            var functions = script.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: false)
                .Cast<FunctionDefinitionAst>()
                .ToDictionary(function => function.Name);

            Assert.All(ExportedBy(script), name => Assert.False(string.IsNullOrWhiteSpace(functions[name].GetHelpContent()?.Synopsis), name));
        }
    }

    [Theory]
    [InlineData("ISupportsListingClients", "GetClients")]
    [InlineData("ISupportsListingAgents", "GetAgents")]
    [InlineData("ISupportsInventoryIdentification", "GetInventoryScript")]
    [InlineData("ISupportsTenantInstallToken", "GetTenantInstallToken")]
    [InlineData("ISupportsHttpRequest", "HandleHttpRequest")]
    public void SentinelOne_has_the_capability(string capability, string block)
    {
        var script = Parser.ParseInput(_bundled.Find("SentinelOne")!.Script, out _, out _);

        var commands = script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: false).Select(node => node.Extent.Text);

        Assert.Contains(commands, command => command.StartsWith(
            $"Add-DynamicIntegrationCapability -Interface {capability} -{block} {{", StringComparison.Ordinal));
    }

    private static List<string> ExportedBy(ScriptBlockAst script)
    {
        var export = script.FindAll(node => node is CommandAst command && command.GetCommandName() == "Export-ModuleMember", searchNestedScriptBlocks: false)
            .Single();
        return [.. export.FindAll(node => node is StringConstantExpressionAst { StringConstantType: StringConstantType.SingleQuoted }, searchNestedScriptBlocks: false)
            .Cast<StringConstantExpressionAst>()
            .Select(text => text.Value)];
    }
}
