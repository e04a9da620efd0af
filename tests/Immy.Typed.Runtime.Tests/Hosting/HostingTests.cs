using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Hosting;
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

    public static TheoryData<Action<ImmyTypedOptions>, string> WrongOptions => new()
    {
        { static options => options.DefaultTimeout = TimeSpan.Zero, "DefaultTimeout is 00:00:00. Set it to a time longer than zero." },
        { static options => options.MaximumTimeout = TimeSpan.FromSeconds(1), "MaximumTimeout (00:00:01) is less than DefaultTimeout (00:01:00). Raise the one or lower the other." },
        { static options => options.LoadTimeout = TimeSpan.FromSeconds(-1), "LoadTimeout is -00:00:01. Set it to a time longer than zero." },
        { static options => options.StopGracePeriod = TimeSpan.Zero, "StopGracePeriod is 00:00:00. Set it to a time longer than zero." },
        { static options => options.SessionsPerIntegration = 0, "SessionsPerIntegration is 0. Set it to a number from 1 to 64." },
        { static options => options.Calls.OutputObjects = 0, "Calls.OutputObjects is 0. Set it to a number of at least 1." },
        { static options => options.Calls.StreamRecords = -1, "Calls.StreamRecords is -1. Set it to a number of at least 1." },
        { static options => options.Calls.StreamRecordLength = 10, "Calls.StreamRecordLength is 10. Set it to a number of at least 80." },
        { static options => options.Calls.Problems = 0, "Calls.Problems is 0. Set it to a number of at least 1." },
        { static options => options.Sessions.Age = TimeSpan.Zero, "Sessions.Age is 00:00:00. Set it to a time longer than zero." },
        { static options => options.Sessions.Idle = TimeSpan.Zero, "Sessions.Idle is 00:00:00. Set it to a time longer than zero." },
        { static options => options.Sessions.Calls = 0, "Sessions.Calls is 0. Set it to a number of at least 1." },
        { static options => options.Sessions.AllocatedBytes = 0, "Sessions.AllocatedBytes is 0. Set it to a number of at least 1048576." },
        { static options => options.Sessions.StackBytes = 1, "Sessions.StackBytes is 1. Set it to a number from 1048576 to 67108864." },
        { static options => options.Pool.QueueLength = -1, "Pool.QueueLength is -1. Set it to a number of at least 0." },
        { static options => options.Pool.QueueTime = TimeSpan.Zero, "Pool.QueueTime is 00:00:00. Set it to a time longer than zero." },
        { static options => options.Pool.RunningCalls = 0, "Pool.RunningCalls is 0. Set it to a number of at least 1." },
        { static options => options.Pool.OpenSessions = 10, "Pool.OpenSessions (10) is less than Pool.RunningCalls (64), but each call needs a session. Raise the one or lower the other." },
        { static options => options.Http.RequestsKept = 0, "Http.RequestsKept is 0. Set it to a number of at least 1." },
        { static options => options.Http.AllowedHosts.Add("https://example.com/"), "Http.AllowedHosts has 'https://example.com/', which is no host. Write a name such as api.example.com, or *.example.com for all below it, without scheme, port or path." },
        { static options => options.Pool.HungScripts = 0, "Pool.HungScripts is 0. Set it to a number of at least 1." },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public async Task Options_are_validated_when_the_host_starts(Action<ImmyTypedOptions> configure, string message)
    {
        var builder = Quiet();
        builder.Services.AddImmyTyped(configure);
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
