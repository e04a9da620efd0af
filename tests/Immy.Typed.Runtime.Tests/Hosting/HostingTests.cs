using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Integrations;
using Immy.Typed.Runtime.Tests.Harness;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Runtime.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task A_host_is_a_few_lines()
    {
        var builder = Quiet();
        builder.Services.AddImmyTyped();
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var loader = host.Services.GetRequiredService<IIntegrationLoader>();
        await using var integration = await loader.LoadAsync(
            new IntegrationSource { Name = "Mine", Script = Scripts.WithBlock("ISupportsListingClients", "GetClients", "New-IntegrationClient 1 a") },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Single(await integration.ClientsAsync());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("DefaultTimeout", "DefaultTimeout is 00:00:00. Set it to a time longer than zero.")]
    [InlineData("MaximumTimeout", "MaximumTimeout (00:00:01) is less than DefaultTimeout (00:01:00). Raise the one or lower the other.")]
    [InlineData("LoadTimeout", "LoadTimeout is -00:00:01. Set it to a time longer than zero.")]
    [InlineData("StopGracePeriod", "StopGracePeriod is 00:00:00. Set it to a time longer than zero.")]
    [InlineData("SessionsPerIntegration", "SessionsPerIntegration is 0. Set it to a number from 1 to 64.")]
    public async Task Options_are_validated_when_the_host_starts(string option, string message)
    {
        var builder = Quiet();
        builder.Services.AddImmyTyped(options =>
        {
            options.DefaultTimeout = option == "DefaultTimeout" ? TimeSpan.Zero : options.DefaultTimeout;
            options.MaximumTimeout = option == "MaximumTimeout" ? TimeSpan.FromSeconds(1) : options.MaximumTimeout;
            options.LoadTimeout = option == "LoadTimeout" ? TimeSpan.FromSeconds(-1) : options.LoadTimeout;
            options.StopGracePeriod = option == "StopGracePeriod" ? TimeSpan.Zero : options.StopGracePeriod;
            options.SessionsPerIntegration = option == "SessionsPerIntegration" ? 0 : options.SessionsPerIntegration;
        });
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task A_capability_of_another_assembly_works_beside_the_shipped_ones()
    {
        await using var host = new TestHost(build: static builder => builder.AddCapabilities(typeof(HostingTests).Assembly));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTestPinging", "Ping", "param($target, $times) \"$target $times\""));

        Assert.Equal("pc 2", await integration.As<ISupportsTestPinging>().Ping("pc", 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_assembly_without_capabilities_is_told()
        => Assert.StartsWith(
            "xunit.v3.assert contributes no capability: it has no interface marked [Capability], or was compiled without the generator of Immy.Typed.",
            Assert.Throws<ArgumentException>(() => CapabilityCatalog.ListOf(typeof(Assert).Assembly)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Two_capabilities_of_one_name_are_told()
    {
        var list = CapabilityCatalog.ListOf(typeof(IProvider).Assembly);

        Assert.StartsWith(
            "Two capabilities are named 'IProvider': Immybot.Backend.Providers.Interfaces.IProvider in Immy.Typed.Abstractions and Immybot.Backend.Providers.Interfaces.IProvider in Immy.Typed.Abstractions.",
            Assert.Throws<ArgumentException>(() => new CapabilityCatalog([list, list])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_interface_that_two_assemblies_contribute_is_told_with_both()
        => Assert.StartsWith(
            "Two capabilities are named 'IProvider': Immybot.Backend.Providers.Interfaces.IProvider in Immy.Typed.Abstractions and Immybot.Backend.Providers.Interfaces.IProvider in Immy.Typed.Runtime.Tests.",
            Assert.Throws<ArgumentException>(() => new CapabilityCatalog([new Shipped().List, new Shipped()])).Message,
            StringComparison.Ordinal);

    private sealed class Shipped : ICapabilityList
    {
        public ICapabilityList List { get; } = CapabilityCatalog.ListOf(typeof(IProvider).Assembly);

        public IReadOnlyList<CapabilityDescriptor> Capabilities => List.Capabilities;
    }

    private static HostApplicationBuilder Quiet()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        return builder;
    }
}
