namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The doors of event actions and breakpoints (the class of CVE-2019-0733: the debugger evaluates in a trusted frame).</summary>
public sealed class EventEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("Register-EngineEvent -SourceIdentifier PowerShell.Exiting -Action { 1 }", "IMMY114: 'Register-EngineEvent' is not a command.")]
    [InlineData("Register-ObjectEvent -InputObject 1 -EventName x -Action { 1 }", "IMMY114: 'Register-ObjectEvent' is not a command.")]
    [InlineData("Set-PSBreakpoint -Command Get-Date -Action { $ExecutionContext.SessionState.LanguageMode }", "IMMY116: Set-PSBreakpoint reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Set-PSBreakpoint -Variable mode -Mode Write -Action { 1 }", "IMMY116: Set-PSBreakpoint reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Wait-Debugger", "IMMY116: Wait-Debugger reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Debug-Runspace 1", "IMMY116: Debug-Runspace reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("[runspace]::DefaultRunspace.Debugger.SetDebugMode('LocalScript')", "IMMY123: [runspace]::DefaultRunspace is refused: [runspace] is not on the list of types that scripts may use.")]
    [InlineData("function Get-Events { [CmdletBinding()] param() $PSCmdlet.Events.SubscribeEvent($null, 'x', 'x', $null, { 1 }, $false, $false) }; Get-Events", Refused.Method + ",Get-Events")]
    [InlineData("function Get-Jobs { [CmdletBinding()] param() $PSCmdlet.JobManager.NewJob($null) }; Get-Jobs", Refused.Method + ",Get-Jobs")]
    [InlineData("$DebugPreference = 'Break'; Write-Debug 'x'; 'on'", "NotImplemented,Microsoft.PowerShell.Commands.WriteDebugCommand")]
    [InlineData("$ErrorActionPreference = 'Break'; Write-Error 'x'; 'on'", "IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: The debugger cannot be enabled for step mode because the debugger is turned off with debug mode set to None.")]
    [InlineData("Write-Error 'x' -ErrorAction Break; 'on'", "NotImplemented,Microsoft.PowerShell.Commands.WriteErrorCommand")]
    public async Task Nothing_subscribes_and_nothing_breaks(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
