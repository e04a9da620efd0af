namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>The diagnostics as a whole.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void Ids_have_no_gap_and_each_is_told_by_one_analyzer()
    {
        var ids = Analysis.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(Enumerable.Range(1, ids.Length).Select(static number => $"IMMY{number:000}"), ids);
    }
}
