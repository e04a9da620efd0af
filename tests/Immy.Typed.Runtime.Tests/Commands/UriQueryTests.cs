namespace Immy.Typed.Runtime.Tests.Commands;

public sealed class UriQueryTests
{
    [Theory]
    [InlineData("Add-UriQueryParameter -Uri 'https://h/p' -Parameter @{ limit = 100 }", "https://h/p?limit=100")]
    [InlineData("Add-UriQueryParameter 'https://h/p' @{ b = 1; a = 2 }", "https://h/p?a=2&b=1")]
    [InlineData("'https://h/p' | Add-UriQueryParameter @{ a = 1 }", "https://h/p?a=1")]
    [InlineData("[Uri]'https://h/p' | Add-UriQueryParameter -Parameter @{ a = 1 }", "https://h/p?a=1")]
    [InlineData("Add-UriQueryParameter 'https://h/p' @{ q = 'a+b/c&d=e f' }", "https://h/p?q=a%2Bb%2Fc%26d%3De%20f")]
    [InlineData("Add-UriQueryParameter 'https://h/p?x=1&y=%2B#top' @{ a = 2 }", "https://h/p?x=1&y=%2B&a=2#top")]
    [InlineData("Add-UriQueryParameter 'https://h/p' @{ id = 1, 2, 3 }", "https://h/p?id=1&id=2&id=3")]
    [InlineData("Add-UriQueryParameter 'https://h/p' @{ a = $null; b = ''; c = @() }", "https://h/p?b=")]
    [InlineData("Add-UriQueryParameter 'https://h/p?A=1&b=2' @{ a = 9 }", "https://h/p?A=1&b=2&a=9")]
    [InlineData("Add-UriQueryParameter 'https://h/p?A=1&b=2' @{ a = 9 } -OverwriteParameters", "https://h/p?b=2&a=9")]
    [InlineData("Add-UriQueryParameter 'https://h/p' ([ordered]@{ z = $true; a = 1.5 })", "https://h/p?z=true&a=1.5")]
    [InlineData("Add-UriQueryParameter 'https://h/p' @{}", "https://h/p")]
    [InlineData("Add-UriQueryParameter 'https://h/p' $null", "https://h/p")]
    public async Task Parameters_are_added_encoded(string call, string expected)
        => Assert.Equal(expected, await CommandRun.TextAsync($"({call}).AbsoluteUri"));

    [Fact]
    public async Task The_guide_s_ToString_keeps_what_was_encoded()
        => Assert.Equal("https://h/p?q=a%2Bb%2Fc%26d%3De", await CommandRun.TextAsync("(Add-UriQueryParameter -Uri 'https://h/p' -Parameter @{ q = 'a+b/c&d=e' }).ToString().Replace('+', '%20')"));
}
