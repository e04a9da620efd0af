namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of paths: a session has no provider that holds anything, so no syntax of the language reaches a file, a variable of the environment or a function table.</summary>
public sealed class FileEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("'x' > MARKER", Refused.NoDrive)]
    [InlineData("'x' >> MARKER", Refused.NoDrive)]
    [InlineData("switch -File SECRET { default { $_ } }", Refused.NoDrive)]
    [InlineData("${c:SECRET}", "wrote: ")]
    [InlineData("${c:MARKER} = 'x'", Refused.NoDrive)]
    [InlineData("${env:IMMY_TYPED_CANARY}", "wrote: ")]
    [InlineData("$env:IMMY_TYPED_CANARY", "wrote: ")]
    [InlineData("$env:IMMY_TYPED_CANARY = 'x'", Refused.NoDrive)]
    [InlineData("${function:Get-Date} = { 1 }", Refused.NoDrive)]
    [InlineData("${alias:x} = 'y'", Refused.NoDrive)]
    [InlineData("'x' | Tee-Object -Variable a | Out-Null; Get-FileHash -InputStream $a", "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.GetFileHashCommand")]
    [InlineData("Invoke-RestMethod file://SECRET", "WebCmdletIEDomNotSupportedException,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("(TabExpansion2 'Get-Content /etc/pass' 21).CompletionMatches.Count", "wrote: 0")]
    [InlineData("(TabExpansion2 '$env:IMMY' 9).CompletionMatches.Count", "wrote: 0")]
    [InlineData("(TabExpansion2 '/etc/host' 9).CompletionMatches.Count", "wrote: 0")]
    public async Task A_path_leads_nowhere(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
