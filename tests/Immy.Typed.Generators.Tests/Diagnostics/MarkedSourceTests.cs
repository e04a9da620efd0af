using Microsoft.CodeAnalysis.Text;

namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>The marks that the diagnostics' tests rely on.</summary>
public sealed class MarkedSourceTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_places_kept()
    {
        var source = MarkedSource.Parse("a [|b|] c[] [|dd|]");

        Assert.Equal("a b c[] dd", source.Text);
        Assert.Equal([new TextSpan(2, 1), new TextSpan(8, 2)], source.Spans);
    }
}
