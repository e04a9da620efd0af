using Immy.Typed.Capabilities;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class EveryCapabilityTests
{
    public static TheoryData<Type> Interfaces { get; } = [.. CapabilityCatalog.ListOf(typeof(IProvider).Assembly).Capabilities.Select(static capability => capability.Interface)];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Every_shipped_capability_has_its_scenario(Type capability)
    {
        var scenario = typeof(CapabilityScenario<>).MakeGenericType(capability);

        Assert.True(
            typeof(EveryCapabilityTests).Assembly.GetTypes().Any(type => type is { IsAbstract: false, IsPublic: true } && type.BaseType == scenario),
            $"Write Capabilities/Scripts/{capability.Name}.ps1 and a test class that extends CapabilityScenario<{capability.Name}>.");
    }
}
