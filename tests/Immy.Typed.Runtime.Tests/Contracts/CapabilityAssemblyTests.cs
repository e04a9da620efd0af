using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Runtime.Tests.Hosting;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Contracts;

public sealed class CapabilityAssemblyTests
{
    [Fact]
    public async Task Capabilities_of_a_file_work_beside_those_of_two_referenced_assemblies()
    {
        await using var host = new TestHost(build: static builder => builder
            .AddCapabilities(typeof(HostingTests).Assembly)
            .AddCapabilities(CapabilityAssembly.Load(SampleContracts.Path)));
        var integration = await host.LoadAsync(Scripts.With("""
            $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { }
            $Integration | Add-DynamicIntegrationCapability ISupportsTestPinging -Ping { param($target, $times) "$target $times" }
            $Integration | Add-DynamicIntegrationCapability ISupportsRebootingAgents -RebootAgent {
                param($agent)
                Write-Host "$($agent.Name) $($Integration -is [ISupportsRebootingAgents]) $($Integration -is [ISupportsListingAgents])"
            }
            """));
        var rebooting = SampleContracts.Find("ISupportsRebootingAgents");

        Assert.True(integration is ISupportsListingClients);
        Assert.Equal("pc 2", await integration.As<ISupportsTestPinging>().Ping("pc", 2, TestContext.Current.CancellationToken));
        Assert.True(rebooting.Interface.IsInstanceOfType(integration));
        await rebooting.Blocks[0].Call(integration, [new ProviderAgentDetails { ExternalAgentId = "1", Name = "pc" }], TestContext.Current.CancellationToken);
        Assert.Equal("pc True False", Assert.Single(host.Observer.Last.Records).Message);
    }

    [Fact]
    public async Task A_capability_that_is_internal_to_its_assembly_works()
    {
        await using var host = new TestHost(build: static builder => builder.AddCapabilities(CapabilityAssembly.Load(SampleContracts.Path)));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsCountingAgents", "CountAgents", "3"));
        var counting = SampleContracts.Find("ISupportsCountingAgents");

        Assert.False(counting.Interface.IsPublic);
        Assert.True(counting.Interface.IsInstanceOfType(integration));
        Assert.Equal(3, await counting.Blocks[0].Call(integration, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_capability_of_a_file_extends_one_of_the_host()
    {
        await using var host = new TestHost(build: static builder => builder.AddCapabilities(CapabilityAssembly.Load(SampleContracts.Path)));
        object integration = await host.LoadAsync(Scripts.With(
            "$Integration | Add-DynamicIntegrationCapability ISupportsSortingAgents -GetSortOrder { 'name' } -GetAgents { New-IntegrationAgent -AgentId 1 -Name $($Integration -is [ISupportsListingAgents]) }"));

        var agents = await ((ISupportsListingAgents)integration).GetAgents(null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("True", Assert.Single(agents).Name);
        Assert.True(SampleContracts.Find("ISupportsSortingAgents").Interface.IsInstanceOfType(integration));
    }

    [Fact]
    public void A_file_is_loaded_once_and_shares_the_contracts_with_the_host()
    {
        var rebooting = SampleContracts.Find("ISupportsRebootingAgents");

        Assert.Same(rebooting, SampleContracts.Find("ISupportsRebootingAgents"));
        Assert.Equal(typeof(IProviderAgentDetails), rebooting.Blocks[0].Parameters[0].Type);
    }

    [Fact]
    public void One_interface_in_two_files_is_told_with_both_places()
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "Copy.dll");
        File.Copy(SampleContracts.Path, copy);
        ICapabilityList[] lists = [CapabilityCatalog.ListOf(typeof(IProvider).Assembly), CapabilityAssembly.Load(SampleContracts.Path), CapabilityAssembly.Load(copy)];

        Assert.StartsWith(
            $"Two capabilities are named 'ISupportsCountingAgents': Acme.Contracts.ISupportsCountingAgents in {SampleContracts.Path} and Acme.Contracts.ISupportsCountingAgents in {copy}. ",
            Assert.Throws<ArgumentException>(() => new CapabilityCatalog(lists)).Message,
            StringComparison.Ordinal);
    }
}
