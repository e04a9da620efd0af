namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door $ExecutionContext: the session's own objects, on which a script would raise its language mode or run text as code.</summary>
public sealed class LanguageModeEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'", Refused.Set)]
    [InlineData("(Get-Variable ExecutionContext).Value.SessionState.LanguageMode = 'FullLanguage'", Refused.Set)]
    [InlineData("function Set-Mode { [CmdletBinding()] param() $PSCmdlet.SessionState.LanguageMode = 'FullLanguage' }; Set-Mode", Refused.Set + ",Set-Mode")]
    [InlineData("[runspace]::DefaultRunspace.SessionStateProxy.LanguageMode = 'FullLanguage'", "IMMY124: [runspace]::DefaultRunspace cannot be set: it belongs to the whole process, not to this script.")]
    [InlineData("$p = @{ LanguageMode = 'FullLanguage' }; foreach ($k in $p.Keys) { $ExecutionContext.SessionState.$k = $p[$k] }", Refused.Set)]
    [InlineData("Set-Variable ExecutionContext 1", "VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand")]
    public async Task The_language_mode_is_not_set(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("$ExecutionContext.InvokeCommand.InvokeScript('1')", Refused.Method)]
    [InlineData("$ExecutionContext.InvokeCommand.NewScriptBlock('1')", Refused.Method)]
    [InlineData("$ExecutionContext.InvokeCommand.ExpandString('$(1)')", Refused.Method)]
    [InlineData("function Invoke-Text { [CmdletBinding()] param() $PSCmdlet.InvokeCommand.InvokeScript('1') }; Invoke-Text", Refused.Method + ",Invoke-Text")]
    [InlineData("[scriptblock]::Create('1')", Refused.Method)]
    [InlineData("[scriptblock]'1'", Refused.Convert)]
    [InlineData("$b = '1' -as [scriptblock]; $null -eq $b", "wrote: True")]
    [InlineData("Measure-Command -Expression '1'", "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.MeasureCommandCommand")]
    [InlineData("1 | Where-Object -FilterScript '1'", "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.WhereObjectCommand")]
    [InlineData("1 | ForEach-Object -Process '1'", "CannotConvertArgumentNoMessage,Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("& ('Invoke-' + 'Expression') '1'", Refused.NoCommand)]
    [InlineData("Invoke-Expression '1'", "IMMY114: 'Invoke-Expression' is not a command.")]
    public async Task No_text_becomes_code(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("$ExecutionContext.InvokeCommand.CommandNotFoundAction = { }", Refused.Set)]
    [InlineData("$ExecutionContext.InvokeCommand.PreCommandLookupAction = { }", Refused.Set)]
    [InlineData("$ExecutionContext.InvokeCommand.PostCommandLookupAction = { }", Refused.Set)]
    [InlineData("$ExecutionContext.SessionState.PSVariable.Set('a', 1)", Refused.Method)]
    [InlineData("$ExecutionContext.InvokeProvider.Item.Get('SECRET')", Refused.Method)]
    [InlineData("$ExecutionContext.SessionState.Applications.Add('*'); & 'touch' 'MARKER'", Refused.OnTheComputer)]
    [InlineData("$ExecutionContext.SessionState.Scripts.Add('*'); & 'SECRET'", Refused.OnTheComputer)]
    [InlineData("$Host.EnterNestedPrompt()", Refused.Method)]
    [InlineData("$Host.SetShouldExit(1)", Refused.Method)]
    [InlineData("$null -eq $Host.Runspace", "wrote: True")]
    [InlineData("$Host.UI.RawUI.WindowTitle = 'x'", Refused.Set)]
    public async Task No_hook_of_the_engine_is_taken(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
