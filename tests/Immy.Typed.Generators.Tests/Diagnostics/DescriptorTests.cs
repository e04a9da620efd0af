using Immy.Typed.Generators.Diagnostics;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>The diagnostics as a whole.</summary>
public sealed class DescriptorTests
{
    [Fact]
    public void Ids_have_no_gap_and_stand_in_order()
    {
        var ids = new CapabilityAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id).ToArray();

        Assert.Equal(Enumerable.Range(1, ids.Length).Select(static number => $"IMMY{number:000}"), ids);
    }
}
