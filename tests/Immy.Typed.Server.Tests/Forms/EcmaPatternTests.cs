using Immy.Typed.Server.IntegrationTypes;

namespace Immy.Typed.Server.Tests.Forms;

/// <summary>Patterns of scripts as JSON Schema has them.</summary>
public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("^ab1$", true, "^[aA][bB]1$")]
    [InlineData("^ab1$", false, "^ab1$")]
    [InlineData(@"^[a-z0-9_x]+\d\.$", true, @"^[a-zA-Z0-9_xX]+\d\.$")]
    [InlineData("(?:a|b)", false, "(?:a|b)")]
    [InlineData("(?i)a", false, null)]
    [InlineData("(?<name>a)", false, null)]
    [InlineData(@"\p{L}", false, null)]
    [InlineData("[a-z-[aeiou]]", false, null)]
    [InlineData("[A-z]", true, null)]
    [InlineData(@"a\", false, null)]
    public void A_pattern_is_translated_or_left_out(string pattern, bool ignoresCase, string? expected) => Assert.Equal(expected, EcmaPattern.Of(pattern, ignoresCase));
}
