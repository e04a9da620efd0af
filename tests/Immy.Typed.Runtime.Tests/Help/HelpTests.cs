using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Runtime.Tests.Hosting;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Help;

/// <summary>Get-Help in a session shows what the contracts and the cmdlets say of themselves in C#.</summary>
public sealed class HelpTests
{
    [Fact]
    public async Task A_block_shows_what_its_contract_says()
        => Assert.StartsWith(
            "-GetClients <scriptblock> ISupportsListingClients: Lists every client of the vendor's system. Writes any number of IProviderClientDetails. One object for each client, made with New-IntegrationClient. Required? false",
            await Shown.By("Get-Help Add-DynamicIntegrationCapability -Parameter GetClients"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_block_shows_its_parameters()
        => Assert.Contains(
            "ISupportsMaintenanceMode: Puts the agent into maintenance mode when a maintenance session of its computer starts. - $agent (IProviderAgentDetails): The agent of the computer. - $duration (TimeSpan): How long the session may take;",
            await Shown.By("Get-Help Add-DynamicIntegrationCapability -Parameter EnableMaintenanceMode"),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_root_interfaces_blocks_are_parameters_of_New_DynamicIntegration()
        => Assert.StartsWith(
            "-HealthCheck <scriptblock> IProvider: Says whether the vendor's system can be reached",
            await Shown.By("Get-Help New-DynamicIntegration -Parameter HealthCheck"),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_command_lists_every_interface_with_its_blocks()
    {
        var help = await Shown.By("Get-Help Add-DynamicIntegrationCapability");

        Assert.Contains("SYNOPSIS Adds a capability to an integration.", help, StringComparison.Ordinal);
        Assert.Contains("[-GetClients <scriptblock>]", help, StringComparison.Ordinal);
        Assert.Contains(
            "ISupportsListingClients: -GetClients ISupportsMaintenanceMode: -EnableMaintenanceMode -DisableMaintenanceMode ISupportsSupportTicketDetailOverride: -CreateTicket [-NewSupportFormBranding]",
            help,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributed_capability_is_listed_and_shown_like_the_others()
    {
        await using var host = new TestHost(build: static builder => builder.AddCapabilities(typeof(ISupportsTestPinging).Assembly));

        Assert.Contains("ISupportsTestPinging: -Ping", await Shown.By(host, "Get-Help Add-DynamicIntegrationCapability"), StringComparison.Ordinal);
        Assert.StartsWith("-Ping <scriptblock> ISupportsTestPinging:", await Shown.By(host, "Get-Help Add-DynamicIntegrationCapability -Parameter Ping"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-Help New-IntegrationAgent -Parameter AgentVersion", "-AgentVersion <Object> The agent's version (Version). Required? false")]
    [InlineData("Get-Help New-IntegrationAgent", "NAME New-IntegrationAgent SYNOPSIS Makes an agent of the remote system, for GetAgents. SYNTAX New-IntegrationAgent -AgentId <string>")]
    [InlineData("(Get-Help New-IntegrationAgent).description.Text", "Version and booleans are read leniently: one odd value must not cost the agent.")]
    [InlineData("help ShouldHave-One", "NAME Should-HaveOne SYNOPSIS ")]
    [InlineData("(Get-Help Get-IntegrationAgentInstallToken -Parameter *).description.Text", "")]
    [InlineData("Get-Help Sort-Object", "NAME Sort-Object SYNTAX Sort-Object [[-Property]")]
    public async Task A_cmdlet_shows_its_documentation(string line, string start)
        => Assert.StartsWith(start, await Shown.By(line), StringComparison.Ordinal);

    [Fact]
    public async Task A_list_of_commands_shows_what_each_does()
        => Assert.Contains("New-IntegrationClient Cmdlet Makes a client of the remote system, for GetClients.", await Shown.By("Get-Help New-Integration*"), StringComparison.Ordinal);

    [Fact]
    public async Task A_detailed_view_shows_every_parameter()
        => Assert.Contains("-SerialNumber <string> The computer's serial number.", await Shown.By("Get-Help New-IntegrationAgent -Detailed"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_cmdlet_of_ours_has_a_summary_and_every_parameter_a_description()
    {
        const string Script = """
            & { Get-Command -CommandType Cmdlet | Where-Object { $_.ImplementingType.Assembly.GetName().Name -eq 'Immy.Typed.Runtime' } | ForEach-Object {
                $help = Get-Help $_.Name -Full
                if ($help.TypeNames -notcontains 'x' -and -not $help.details.description.Text) { $_.Name }
                foreach ($parameter in $help.parameters.parameter) { if (-not $parameter.description.Text -and $_.Name -ne 'Get-Help') { "$($_.Name) -$($parameter.name)" } }
            } }
            """;

        Assert.Equal("", await Shown.By(Script));
    }

    [Fact]
    public async Task Help_for_nothing_that_exists_is_an_error()
    {
        await using var host = new TestHost();

        await Shown.By(host, "Get-Help New-Nothing");

        Assert.Contains(host.Observer.Last.Records, static record => record.Kind == StreamKind.Error && record.Message.Contains("New-Nothing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_that_names_no_interface_is_still_refused()
    {
        await using var host = new TestHost();

        Assert.Contains("Interface", Assert.Single(await host.RefusedAsync(Scripts.With("$Integration | Add-DynamicIntegrationCapability -GetClients { }"))), StringComparison.Ordinal);
    }
}
