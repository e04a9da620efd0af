using Immy.Typed.Modules;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Loading;

public sealed class LoadProblemTests
{
    private const string Start = "New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }";

    public static TheoryData<string, string, string> Refusals => new()
    {
        {
            "a script that does not parse",
            "$Integration = New-DynamicIntegration -Init { }\n}",
            "Test.ps1(2,1): error IMMY101: Unexpected token '}' in expression or statement. Mend the syntax: nothing of the script has run."
        },
        {
            "a class, wherever it stands",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n    class Client {{ [string] $Name }}\n}}\n$Integration",
            "Test.ps1(3,5): error IMMY128: A script defines no classes: the language of integrations has none. Write [pscustomobject]@{ ... } for what the class holds, and functions for what it does; an enum may stay."
        },
        {
            "an unknown interface",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportListingClients -GetClients {{ }}\n$Integration",
            "Test.ps1(2,16): error IMMY102: 'ISupportListingClients' is no capability. Did you mean 'ISupportsListingClients'?"
        },
        {
            "an unknown block",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClinets {{ }}\n$Integration",
            "Test.ps1(2,84): error IMMY103: ISupportsListingClients has no block -GetClinets. Did you mean 'GetClients'?"
        },
        {
            "a missing mandatory block",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportsMaintenanceMode -EnableMaintenanceMode {{ }}\n$Integration",
            "Test.ps1(2,16): error IMMY104: ISupportsMaintenanceMode needs the block -DisableMaintenanceMode, which is missing. Add -DisableMaintenanceMode { ... }."
        },
        {
            "two missing mandatory blocks",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportsMaintenanceMode\n$Integration",
            "Test.ps1(2,16): error IMMY104: ISupportsMaintenanceMode needs the block -EnableMaintenanceMode and the block -DisableMaintenanceMode, which is missing. Add -EnableMaintenanceMode { ... } -DisableMaintenanceMode { ... }."
        },
        {
            "an integration without its HealthCheck",
            "$Integration = New-DynamicIntegration -Init { }\n$Integration",
            "Test.ps1(1,16): error IMMY104: IProvider needs the block -HealthCheck, which is missing. Add -HealthCheck { ... }."
        },
        {
            "a block given twice",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {{ }} -GetClients {{ }}\n$Integration",
            "Test.ps1(2,100): error IMMY105: The block -GetClients of ISupportsListingClients is given twice. Keep one of the two."
        },
        {
            "a capability added twice",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{ }}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{ }}\n$Integration",
            "Test.ps1(3,16): error IMMY106: ISupportsListingClients was already added in line 2. Keep one of the two: an integration has a capability once."
        },
        {
            "an interface added to something that is no integration",
            $"$Integration = {Start}\n'text' | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {{ }}\n$Integration",
            "Test.ps1(2,10): error IMMY107: Add-DynamicIntegrationCapability got String, where the integration is expected. Pipe what New-DynamicIntegration returned: $Integration | Add-DynamicIntegrationCapability ..."
        },
        {
            "an interface added to nothing",
            $"$Integration = {Start}\n$Integratoin | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {{ }}\n$Integration",
            "Test.ps1(2,16): error IMMY107: Add-DynamicIntegrationCapability got $null, where the integration is expected. Pipe what New-DynamicIntegration returned: $Integration | Add-DynamicIntegrationCapability ..."
        },
        {
            "no integration",
            "'hello'",
            "Test.ps1(1,1): error IMMY108: The script makes no integration. Start it with $Integration = New-DynamicIntegration -Init { ... } -HealthCheck { ... } and end it with return $Integration."
        },
        {
            "an empty script",
            "",
            "Test.ps1(1,1): error IMMY108: The script makes no integration. Start it with $Integration = New-DynamicIntegration -Init { ... } -HealthCheck { ... } and end it with return $Integration."
        },
        {
            "two integrations, none returned",
            $"$a = {Start}\n$b = {Start}",
            "Test.ps1(2,1): error IMMY109: The script makes 2 integrations (lines 1, 2) and returns none of them. Return exactly one: end the script with return $Integration."
        },
        {
            "two integrations, both returned",
            $"{Start}\n{Start}",
            "Test.ps1(2,1): error IMMY109: The script makes 2 integrations (lines 1, 2) and returns 2 of them. Return exactly one: end the script with return $Integration."
        },
        {
            "IProvider added",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface IProvider -Init {{ }}\n$Integration",
            "Test.ps1(2,16): error IMMY111: IProvider is part of every integration and cannot be added. Give its blocks to New-DynamicIntegration: -Init { ... } -HealthCheck { ... }."
        },
        {
            "a script that throws at its top level",
            $"$Integration = {Start}\nthrow 'no luck'\n$Integration",
            "Test.ps1(2,1): error IMMY112: The script fails while it is loaded: no luck. Mend it, or move work that needs the remote system into a block."
        },
        {
            "a block that is no script block",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients 'text'\n$Integration",
            "Test.ps1(2,96): error IMMY113: -GetClients of ISupportsListingClients takes a script block. Write -GetClients { ... }."
        },
        {
            "a word that is no command",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  Frobnicate\n}}\n$Integration",
            "Test.ps1(3,3): error IMMY114: 'Frobnicate' is not a command. Define it in the script or in a module; text that is meant for a reader starts with #."
        },
        {
            "a command with a slip of the pen",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  New-IntegrationCleint -ClientId 1 -ClientName a\n}}\n$Integration",
            "Test.ps1(3,3): error IMMY114: 'New-IntegrationCleint' is not a command. Did you mean 'New-IntegrationClient'?"
        },
        {
            "a command that has the verb in common with others and nothing else",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  Get-Zone\n}}\n$Integration",
            "Test.ps1(3,3): error IMMY114: 'Get-Zone' is not a command. Define it in the script or in a module; text that is meant for a reader starts with #."
        },
        {
            "a parameter that a command does not have",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  New-IntegrationClient -ClientId 1 -ClientNam a -Nonsense b\n}}\n$Integration",
            "Test.ps1(3,50): error IMMY115: New-IntegrationClient has no parameter -Nonsense. Known are: ClientId, ClientName."
        },
        {
            "a command that reaches the machine",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  Get-Content 'C:\\x'\n}}\n$Integration",
            "Test.ps1(3,3): error IMMY116: Get-Content reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Get-Content ... }."
        },
        {
            "a mandatory parameter that the host does not pass",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {{\n  param([Parameter(Mandatory)] $ClientId)\n}}\n$Integration",
            "Test.ps1(3,9): error IMMY117: ISupportsListingAgents.GetAgents declares the mandatory parameter -ClientId, which the host does not pass. Did you mean 'clientIds'?"
        },
        {
            "an OutputType that cannot satisfy the contract",
            $"$Integration = {Start}\n$Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {{\n  [OutputType([string])] param()\n}}\n$Integration",
            "Test.ps1(2,85): error IMMY118: ISupportsListingClients.GetClients declares [OutputType([String])], but owes IProviderClientDetails[]. Declare the type that the contract names, or no OutputType."
        },
        {
            "a script that exits",
            $"$Integration = {Start}\nexit 1\n$Integration",
            "Test.ps1(2,1): error IMMY119: 'exit' leaves the script before it is loaded. Remove it."
        },
        {
            "a script that leaves by break",
            $"$Integration = {Start}\nbreak\n$Integration",
            "Test.ps1(2,1): error IMMY119: 'break' leaves the script before it is loaded. Remove it."
        },
        {
            "a module that is not there",
            $"Import-Module Sentinel1\n$Integration = {Start}\n$Integration",
            "Test.ps1(1,1): error IMMY401: There is no module script 'Sentinel1'. Did you mean 'SentinelOne'?"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Is_refused_with_the_whole_message(string what, string script, string message)
    {
        Assert.NotEmpty(what);
        await using var host = new TestHost();

        Assert.Equal([message], await host.RefusedAsync(script, ModuleLibrary.Empty.With("SentinelOne", "function Get-S1Site { }")));
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        await using var host = new TestHost();

        var problems = await host.RefusedAsync(Scripts.With("""
            $Integration | Add-DynamicIntegrationCapability -Interface ISupportsNothing
            $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients
            """));

        Assert.Equal(2, problems.Count);
        Assert.StartsWith("Test.ps1(2,16): error IMMY102", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("Test.ps1(3,16): error IMMY104", problems[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integration_that_is_not_returned_is_taken_with_a_warning()
    {
        await using var host = new TestHost();

        var integration = await host.LoadAsync($"\n$x = {Start}");

        Assert.Equal(
            "Test.ps1(2,1): warning IMMY110: The script does not return its integration; the only one that it makes is taken. End the script with return $Integration.",
            Assert.Single(integration.Warnings).ToString());
    }

    [Theory]
    [InlineData("return $Integration")]
    [InlineData("$Integration")]
    [InlineData("Write-Output $Integration")]
    public async Task A_returned_integration_needs_no_warning(string end)
    {
        await using var host = new TestHost();

        Assert.Empty((await host.LoadAsync($"$Integration = {Start}\n{end}")).Warnings);
    }

    [Fact]
    public async Task Of_two_integrations_the_returned_one_is_taken()
    {
        await using var host = new TestHost();

        var integration = await host.LoadAsync($"""
            $a = {Start}
            $b = {Start}
            $b | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients
            """.Replace("-GetClients", "-GetClients { }", StringComparison.Ordinal) + "\nreturn $b");

        Assert.Equal(["IProvider", "ISupportsListingClients"], integration.Capabilities.Select(static capability => capability.Name));
    }

    [Fact]
    public async Task A_top_level_that_never_ends_is_stopped()
    {
        await using var host = new TestHost(static options => options.LoadTimeout = TimeSpan.FromMilliseconds(300));

        Assert.Equal(
            ["error IMMY120: Loading the script took longer than 0.3 seconds and was stopped. The top level only makes the integration: move work into a block."],
            await host.RefusedAsync("while ($true) { }"));
    }

    [Theory]
    [InlineData("Invoke-ImmyCommand { Get-Content C:\\id.txt; vendor.exe /id }")]
    [InlineData("$code = { Get-Content C:\\id.txt; vendor.exe /id }; Invoke-ImmyCommand -ScriptBlock $code -Timeout 5")]
    [InlineData("Set-Alias Get-Now Get-Date; Get-Now; New-Alias -Name soon -Value Get-Date; soon")]
    [InlineData("function Local { Inner }; function Inner { 1 }; Local")]
    [InlineData("Get-S1Alias; Get-S1Inner")]
    [InlineData("& 'some-name'; . $x; & { Get-Date }")]
    public async Task What_may_exist_when_it_runs_is_not_refused(string body)
    {
        await using var host = new TestHost();
        var library = ModuleLibrary.Empty.With("M", "if ($true) { function Get-S1Inner { 1 } }\nfunction Get-S1Site { 1 }\nSet-Alias Get-S1Alias Get-S1Site\nExport-ModuleMember -Function * -Alias *");

        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsInventoryIdentification", "GetInventoryScript", body), library);

        Assert.Empty(integration.Warnings);
    }

    [Fact]
    public async Task An_alias_of_a_module_loads_it()
    {
        await using var host = new TestHost();
        var library = ModuleLibrary.Empty.With("M", "function Get-S1Site { 'site' }\nSet-Alias Get-S1Alias Get-S1Site\nExport-ModuleMember -Function * -Alias *");

        Assert.Equal("site", await (await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Get-S1Alias"), library)).TokenAsync());
    }
}
