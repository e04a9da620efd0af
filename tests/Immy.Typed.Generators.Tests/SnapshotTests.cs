using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests;

/// <summary>What the generator writes, whole, for a reviewer to read in the folder <c>Snapshots</c>.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Samples => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_capability_becomes_parameters_adapter_shim_and_descriptor(string sample)
        => Snapshot.Verify(Generation.Of(Sample.Read(sample)), sample);

    [Fact]
    public void A_contract_of_another_assembly_is_compiled_in_once_however_often_it_is_asked_for()
        => Snapshot.Verify(Generation.Of(Sample.Referencing()), "Referencing");

    [Fact]
    public void An_assembly_has_one_list_of_all_its_capabilities_ordered_by_name()
        => Snapshot.Verify(Generation.Of(Sample.Sources), "Capabilities.g.cs", "AssemblyList");

    [Fact]
    public void An_assembly_without_capabilities_gets_nothing()
        => Assert.Empty(Generation.Of("public interface INothing;").Files);

    [Fact]
    public void Every_snapshot_belongs_to_a_test()
        => Assert.Equal(
            Sample.Names.Append("Referencing").Append("AssemblyList").Order(StringComparer.Ordinal),
            Directory.GetFiles(Snapshot.Folder, "*.approved.txt")
                .Select(static file => Path.GetFileName(file).Replace(".approved.txt", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
}
