using System.Globalization;
using Immy.Typed.Generators.Tests.Support;

namespace Immy.Typed.Generators.Tests;

/// <summary>The same contracts give the same text, whatever else differs.</summary>
public sealed class SameOutputTests
{
    private static IReadOnlyDictionary<string, string> Expected { get; } = Generation.Of(Sample.Sources).Files;

    [Fact]
    public void The_order_of_files_makes_no_difference()
        => Assert.Equal(Expected, Generation.Of(Sample.Sources.Reverse()).Files);

    [Fact]
    public void Line_endings_of_sources_make_no_difference()
        => Assert.Equal(Expected, Generation.Of(Sample.Sources.Select(static source => source.ReplaceLineEndings("\r\n"))).Files);

    [Fact]
    public void Emitted_line_endings_are_line_feeds()
        => Assert.All(Expected.Values, static text => Assert.DoesNotContain('\r', text));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_makes_no_difference(string culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(Expected, Generation.Of(Sample.Sources).Files);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
