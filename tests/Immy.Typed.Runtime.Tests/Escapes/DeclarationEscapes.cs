namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The doors of dynamicparam, attributes, classes and using.</summary>
public sealed class DeclarationEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("function Get-Mode { [CmdletBinding()] param() dynamicparam { $global:mode = $ExecutionContext.SessionState.LanguageMode } end { $mode } }; Get-Mode", Refused.StillConstrained)]
    [InlineData("function Get-Mode { param([ValidateScript({ $global:mode = $ExecutionContext.SessionState.LanguageMode; $true })]$a) $mode }; Get-Mode 1", Refused.StillConstrained)]
    [InlineData("function Get-Mode { param([ArgumentCompleter({ $ExecutionContext.SessionState.LanguageMode })]$a) }; (TabExpansion2 'Get-Mode -a ' 12).CompletionMatches.CompletionText", Refused.StillConstrained)]
    [InlineData("[ValidateScript({ $global:mode = $ExecutionContext.SessionState.LanguageMode; $true })]$a = 1; $mode", Refused.StillConstrained)]
    [InlineData("function Get-Mode { process { $ExecutionContext.SessionState.LanguageMode } }; Get-Mode", Refused.StillConstrained)]
    [InlineData("function Get-Mode { [CmdletBinding()] param() dynamicparam { [System.Management.Automation.ProxyCommand]::new() } }; Get-Mode", "GetDynamicParametersException,Get-Mode")]
    public async Task What_is_declared_runs_constrained(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
