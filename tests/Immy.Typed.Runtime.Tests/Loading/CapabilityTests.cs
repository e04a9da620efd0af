using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Loading;

public sealed class CapabilityTests
{
    private const string Script = """
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingClients -GetClients {
            New-IntegrationClient -ClientId 1 -ClientName "$($Integration -is [ISupportsListingClients]) $($Integration -is [ISupportsListingAgents])"
        }
        """;

    [Fact]
    public async Task An_integration_is_exactly_what_its_script_added()
    {
        await using var host = new TestHost();
        object integration = await host.LoadAsync(Scripts.With(Script));

        Assert.True(integration is IProvider);
        Assert.True(integration is ISupportsListingClients);
        Assert.False(integration is ISupportsListingAgents);
        Assert.False(typeof(ISupportsHttpRequest).IsInstanceOfType(integration));
        Assert.Throws<InvalidCastException>(() => (ISupportsListingAgents)integration);
    }

    [Fact]
    public async Task The_script_sees_the_same_of_its_own_object()
    {
        await using var host = new TestHost();

        Assert.Equal("True False", Assert.Single(await (await host.LoadAsync(Scripts.With(Script))).ClientsAsync()).ClientName);
    }

    [Fact]
    public async Task Every_capability_can_be_added()
    {
        await using var host = new TestHost();
        var catalog = (await host.LoadAsync(Scripts.With(""))).Capabilities[0];
        Assert.Equal("IProvider", catalog.Name);
        var all = CapabilityCatalog.ListOf(typeof(IProvider).Assembly).Capabilities.Where(static capability => !capability.IsRoot).ToList();

        var integration = await host.LoadAsync(Scripts.With(string.Join('\n', all.Select(static capability =>
            $"$Integration | Add-DynamicIntegrationCapability {capability.Name} {string.Join(' ', capability.Blocks.Select(static block => $"-{block.Name} {{ }}"))}"))));

        Assert.Equal(all.Count + 1, integration.Capabilities.Count);
        Assert.All(integration.Capabilities, capability => Assert.True(capability.Interface.IsInstanceOfType(integration), capability.Name));
    }

    [Fact]
    public async Task An_optional_block_that_is_not_given_has_its_default()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsSupportTicketDetailOverride", "CreateTicket", "[SupportTicketCreationResult]@{ Success = $true }"));

        var branding = await integration.As<ISupportsSupportTicketDetailOverride>().NewSupportFormBranding(TestContext.Current.CancellationToken);

        Assert.Null(branding.SupportSidebarTitle);
        Assert.Empty(host.Observer.Runs);
    }

    [Fact]
    public async Task A_property_runs_its_block()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.With("$Integration | Add-DynamicIntegrationCapability IRunScriptProvider -RunScript { param($scriptCode, $timeout) \"$scriptCode $timeout\" } -get_DefaultTimeout { 600 }"));

        Assert.Equal(600, integration.As<IRunScriptProvider>().DefaultTimeout);
    }
}
