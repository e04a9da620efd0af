namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of texts: template strings, format strings and their custom formats stay texts.</summary>
public sealed class TextEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("\"$($ExecutionContext.SessionState.LanguageMode)\"", Refused.StillConstrained)]
    [InlineData("$t = '$(1 + 1)'; \"$t\"", "wrote: $(1 + 1)")]
    [InlineData("'{0}' -f '$(1 + 1)'", "wrote: $(1 + 1)")]
    [InlineData("'{0:$(1 + 1)}' -f 5", "wrote: $(1 + 1)")]
    [InlineData("(Get-Date -Date 2026-01-02).ToString('yyyy$(1)')", "wrote: 2026$(1)")]
    [InlineData("'a' -replace 'a', '$(1 + 1)'", "wrote: $(1 + 1)")]
    [InlineData("[regex]::Replace('a', 'a', { $ExecutionContext.SessionState.LanguageMode }).Trim()", "wrote: $ExecutionContext.SessionState.LanguageMode")]
    [InlineData("(ConvertFrom-StringData 'a = $(1 + 1)').a", "wrote: $(1 + 1)")]
    [InlineData("('a', '$(1 + 1)' | ConvertFrom-Csv).a", "wrote: $(1 + 1)")]
    [InlineData("(Get-Date -Format '$(1 + 1)')", "wrote: $(1 + 1)")]
    [InlineData("data -SupportedCommand Get-Date { Get-Date }", "DataSectionAllowedCommandDisallowed")]
    public async Task A_text_stays_a_text(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
