using Immy.Typed.Adapters;
using Immy.Typed.Capabilities;
using Immy.Typed.Problems;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>A block does here what it does in a real <c>pwsh</c>: results with their types, streams in their order, and how it ends.</summary>
public sealed class DifferentialTests(BothSides sides) : IClassFixture<BothSides>
{
    private static readonly BlockDescriptor Block = CapabilityCatalog.ListOf(typeof(ISupportsTestCases).Assembly).Capabilities
        .Single(static capability => capability.Name == nameof(ISupportsTestCases))
        .FindBlock(nameof(ISupportsTestCases.RunCase))!;

    public static TheoryData<string> Names => [.. Corpus.Cases.Keys.SelectMany(static name => DifferentialCase.Ways.Select(way => $"{name} ({way})"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_block_does_here_what_it_does_in_pwsh(string name)
    {
        var here = string.Join('\n', sides.Here[name]);
        var there = string.Join('\n', sides.There[name].Select(AsTold));

        if (ExpectedDifferences.Contains(name))
        {
            Assert.NotEqual(there, here);
        }
        else
        {
            Assert.True(there == here, $"pwsh:\n{there}\n\nhere:\n{here}");
        }
    }

    [Fact]
    public void Every_expected_difference_is_of_a_case()
        => Assert.Empty(ExpectedDifferences.Unknown([.. sides.Here.Keys]));

    // A run tells what was thrown as a problem.
    private static string AsTold(string line) => line.StartsWith("threw ", StringComparison.Ordinal)
        ? $"threw {BlockProblems.Failed(Block, line["threw ".Length..], null).Message}"
        : line;
}
