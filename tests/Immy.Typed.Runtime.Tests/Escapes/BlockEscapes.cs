namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of blocks: every place where a command takes one runs it constrained, and a block gives nothing away.</summary>
public sealed class BlockEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("$ExecutionContext.SessionState.LanguageMode", Refused.StillConstrained)]
    [InlineData("& { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData(". { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData("1 | ForEach-Object { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData("1 | ForEach-Object { } -End { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData("1 | Where-Object { $global:mode = $ExecutionContext.SessionState.LanguageMode; $true } | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("2, 1 | Sort-Object { $global:mode = $ExecutionContext.SessionState.LanguageMode; $_ } | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("(1 | Group-Object { $ExecutionContext.SessionState.LanguageMode }).Name", Refused.StillConstrained)]
    [InlineData("(1 | Select-Object @{ n = 'x'; e = { $ExecutionContext.SessionState.LanguageMode } }).x", Refused.StillConstrained)]
    [InlineData("Measure-Command { $global:mode = $ExecutionContext.SessionState.LanguageMode } | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("[pscustomobject]@{ a = 1 } | Format-List @{ n = 'x'; e = { $global:mode = $ExecutionContext.SessionState.LanguageMode } } | Out-String | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("1 | ConvertTo-Html -Property @{ n = 'x'; e = { $global:mode = $ExecutionContext.SessionState.LanguageMode } } | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("@(1).ForEach({ $ExecutionContext.SessionState.LanguageMode })", Refused.StillConstrained)]
    [InlineData("@(1).Where({ $global:mode = $ExecutionContext.SessionState.LanguageMode; $true }) | Out-Null; $mode", Refused.StillConstrained)]
    [InlineData("'a' -replace 'a', { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData("$PSDefaultParameterValues['Write-Output:InputObject'] = { $ExecutionContext.SessionState.LanguageMode }; Write-Output", Refused.StillConstrained)]
    [InlineData("trap { $global:mode = $ExecutionContext.SessionState.LanguageMode; continue } throw 'x'; $mode", Refused.StillConstrained)]
    [InlineData("function Get-Mode { param($a = ($ExecutionContext.SessionState.LanguageMode)) $a }; Get-Mode", Refused.StillConstrained)]
    public async Task A_block_runs_constrained_wherever_it_is_given(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("{ 1 }.Invoke()", Refused.Method)]
    [InlineData("{ 1 }.InvokeReturnAsIs()", Refused.Method)]
    [InlineData("{ 1 }.InvokeWithContext(@{ }, @())", Refused.Method)]
    [InlineData("{ 1 }.GetNewClosure()", Refused.Method)]
    [InlineData("{ 1 }.GetPowerShell()", Refused.Method)]
    [InlineData("{ 1 }.Ast.GetScriptBlock()", Refused.Method)]
    [InlineData("@({ 1 }).ForEach('Invoke')", Refused.Method)]
    [InlineData("{ 1 } | ForEach-Object -MemberName Invoke", Refused.Method + ",Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("$null -eq { 1 }.Module", "wrote: True")]
    [InlineData("$MyInvocation.MyCommand.ScriptBlock.Invoke()", Refused.Method)]
    [InlineData("(Get-PSCallStack)[0].GetFrameVariables()", Refused.Method)]
    [InlineData("(Get-PSCallStack)[0].InvocationInfo.BoundParameters.Count", "wrote: 0")]
    public async Task A_block_gives_nothing_away(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("$written = $ExecutionContext.SessionState.LanguageMode", Refused.StillConstrained)]
    [InlineData("$written = . { $ExecutionContext.SessionState.LanguageMode }", Refused.StillConstrained)]
    [InlineData("$written = [System.Environment]::CommandLine", "IMMY123: [System.Environment]::CommandLine is refused: [System.Environment] is not on the list of types that scripts may use.")]
    [InlineData("$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'", "IMMY112: The script fails while it is loaded: Cannot set property. Property setting is supported only on core types in this language mode.")]
    public async Task At_the_top_level_too(string attempt, string refusal) => Assert.Equal(refusal, await host.AtTopLevelAsync(attempt));
}
