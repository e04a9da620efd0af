using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests;

/// <summary>What the generator writes is as clean as what people write: no warning, under the strictest settings.</summary>
public sealed class CompilationTests
{
    public static TheoryData<string> Samples => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Emitted_code_compiles_without_a_warning(string sample)
        => Assert.Empty(Generation.Of(Sample.Read(sample)).Complaints());

    [Fact]
    public void Emitted_code_of_all_samples_together_compiles_without_a_warning()
        => Assert.Empty(Generation.Of(Sample.Sources).Complaints());

    [Fact]
    public void Emitted_code_for_a_contract_of_another_assembly_compiles_without_a_warning()
        => Assert.Empty(Generation.Of(Sample.Referencing()).Complaints());

    [Fact]
    public void A_contract_that_is_declared_and_asked_for_is_written_once()
        => Assert.Empty(Generation.Of(Sample.Read("Global"), "[assembly: Immy.Typed.GenerateCapability(typeof(ISupportsNoNamespace))]").Complaints());
}
