using System.Reflection;
using Immy.Typed.Adapters;

namespace Immy.Typed.Generators.Tests;

/// <summary>The contracts that ship, all of which the generator compiled.</summary>
public sealed class ShippedContractTests
{
    private static Assembly Shipped { get; } = typeof(CapabilityAttribute).Assembly;

    public static TheoryData<Type> Capabilities
        => [.. Shipped.GetTypes().Where(static type => type.IsInterface && type.IsDefined(typeof(CapabilityAttribute)))];

    [Fact]
    public void The_list_holds_every_capability_and_nothing_else()
        => Assert.Equal(
            Capabilities.Select(static row => row.Data).OrderBy(static type => type.Name, StringComparer.Ordinal),
            List().Select(static descriptor => descriptor.Interface));

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void Every_capability_has_a_block_for_each_of_its_members(Type capability)
        => Assert.Equal(
            capability.GetInterfaces().Append(capability)
                .SelectMany(static type => type.GetMethods())
                .Where(static method => method.IsVirtual)
                .Select(static method => method.Name)
                .Order(StringComparer.Ordinal),
            Descriptor(capability).Blocks.Select(static block => block.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void Every_capability_makes_parameters_for_its_blocks(Type capability)
        => Assert.Equal(Descriptor(capability).Blocks.Count, Descriptor(capability).CreateParameters().ToBlocks().Count);

    private static CapabilityDescriptor Descriptor(Type capability)
        => Assert.Single(List(), descriptor => descriptor.Interface == capability);

    private static IReadOnlyList<CapabilityDescriptor> List()
    {
        var list = Shipped.GetCustomAttribute<CapabilityListAttribute>()!.List;
        return ((ICapabilityList)Activator.CreateInstance(list)!).Capabilities;
    }
}
