namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The doors of type data and formatting: PowerShell's own members and views run in FullLanguage, on any object that bears the name of their type.</summary>
public sealed class TypeDataEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("$o = [pscustomobject]@{ FullName = 'SECRET' }; $o | Add-Member -TypeName System.IO.FileInfo; $null -eq $o.VersionInfo", "wrote: True")]
    [InlineData("$o = [pscustomobject]@{ FileName = 'SECRET'; Path = 'SECRET' }; $o | Add-Member -TypeName System.Diagnostics.ProcessModule; $null -eq $o.FileVersion", "wrote: True")]
    [InlineData("$o = [pscustomobject]@{ Root = '/' }; $o | Add-Member -TypeName System.Management.Automation.PSDriveInfo; $null -eq $o.Free", "wrote: True")]
    [InlineData("$o = [pscustomobject]@{ Id = 1 }; $o | Add-Member -TypeName System.Diagnostics.Process; $null -eq $o.CommandLine", "wrote: True")]
    [InlineData("$o = [pscustomobject]@{ a = 1 }; $o.psobject.TypeNames.Insert(0, 'System.IO.FileInfo')", Refused.Method)]
    [InlineData("& ('Update-' + 'TypeData') -TypeName System.String -MemberName x -MemberType ScriptProperty -Value { 1 }", Refused.NoCommand)]
    [InlineData("& ('Update-' + 'FormatData') -PrependPath MARKER", Refused.NoCommand)]
    [InlineData("& ('Remove-' + 'TypeData') System.String", Refused.NoCommand)]
    public async Task A_borrowed_type_name_brings_no_member_that_reaches_the_machine(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("$o = [pscustomobject]@{ Name = 'x'; FullName = 'SECRET'; Mode = 'm' }; $o | Add-Member -TypeName System.IO.FileInfo; ($o | Format-Table | Out-String) -match 'canary'", "wrote: False")]
    [InlineData("$o = [pscustomobject]@{ Path = 'SECRET' }; $o | Add-Member -TypeName System.Management.Automation.PSModuleInfo; ($o | Format-Table | Out-String) -match 'canary'", "wrote: False")]
    [InlineData("function Get-Content { $global:mode = $ExecutionContext.SessionState.LanguageMode }; function Test-Path { $global:mode = $ExecutionContext.SessionState.LanguageMode; $true }; try { throw 'x' } catch { $_ | Out-String | Out-Null }; \"$mode\" -in '', 'ConstrainedLanguage'", "wrote: True")]
    [InlineData("function Get-Error { $global:mode = $ExecutionContext.SessionState.LanguageMode }; $ErrorView = 'DetailedView'; try { throw 'x' } catch { $_ | Out-String | Out-Null }; \"$mode\" -in '', 'ConstrainedLanguage'", "wrote: True")]
    public async Task A_view_runs_nothing_of_the_object_unconstrained(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
