namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of modules: a module is as constrained as the script, and none comes from the machine.</summary>
public sealed class ModuleEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("$ExecutionContext.SessionState.LanguageMode", Refused.StillConstrained)]
    [InlineData("[System.IO.File]::ReadAllText('SECRET')", Refused.Method)]
    [InlineData("1 | ForEach-Object -Parallel { 1 }", "IMMY122,Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("[System.Environment]::CommandLine", Refused.NoCommand)]
    public async Task A_module_is_constrained(string attempt, string refusal) => Assert.Equal(refusal, await host.InModuleAsync(attempt));

    [Theory]
    [InlineData("[System.Environment]::CommandLine", "IMMY123,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'", "IMMY402,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("class Attempt { }", "IMMY128,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    public async Task So_is_its_body(string attempt, string refusal) => Assert.Equal(refusal, await host.InModuleBodyAsync(attempt));

    [Theory]
    // CVE-2018-8492 and its like: a module file or manifest that runs trusted.
    [InlineData("Import-Module 'MARKER.psm1'", "IMMY401,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("Import-Module 'MARKER.psd1'", "IMMY401,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("Import-Module 'MARKER.dll'", "IMMY401,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("Import-Module Microsoft.PowerShell.Management", "IMMY401,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    // The class of CVE-2026-70338 (code injection, no details are public): the engine writes the text of a proxy module for
    // Windows PowerShell and for CDXML around names that the caller chose.
    [InlineData("Import-Module \"x'; 'injected\" -UseWindowsPowerShell", "IMMY115: Import-Module has no parameter -UseWindowsPowerShell.")]
    [InlineData("Import-Module 'MARKER.cdxml'", "IMMY401,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("$p = @{ UseWindowsPowerShell = $true }; Import-Module x @p", "NamedParameterNotFound,Immy.Typed.Cmdlets.ImportModuleScriptCommand")]
    [InlineData("$PSModuleAutoLoadingPreference = 'All'; & ('Get-' + 'FileCatalog')", Refused.NoCommand)]
    [InlineData("& ('New-' + 'Module') { 1 }", Refused.NoCommand)]
    [InlineData("New-ModuleManifest MARKER", "IMMY116: New-ModuleManifest reaches the machine that it runs on, which is the host, not a client's computer.")]
    [InlineData("Get-Module -ListAvailable", "IMMY115: Get-Module has no parameter -ListAvailable.")]
    [InlineData("(Get-Command Get-Date).Module.Invoke({ 1 })", "InvokeMethodOnNull")]
    [InlineData("$ExecutionContext.SessionState.Module.NewBoundScriptBlock({ 1 })", "InvokeMethodOnNull")]
    public async Task None_comes_from_the_machine(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
