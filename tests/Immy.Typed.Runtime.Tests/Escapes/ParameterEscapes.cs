namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of parameters: of a command that is there, what reaches past the session is refused, written or splatted.</summary>
public sealed class ParameterEscapes(EscapeHost host) : IClassFixture<EscapeHost>
{
    [Theory]
    [InlineData("Invoke-RestMethod http://127.0.0.1:9/ -OutFile MARKER", "IMMY122: Invoke-RestMethod -OutFile is refused: it writes a file of the machine that it runs on.")]
    [InlineData("Invoke-WebRequest http://127.0.0.1:9/ -OutFile MARKER", "IMMY122: Invoke-WebRequest -OutFile is refused: it writes a file of the machine that it runs on.")]
    [InlineData("iwr http://127.0.0.1:9/ -OutF MARKER", "IMMY122: Invoke-WebRequest -OutFile is refused: it writes a file of the machine that it runs on.")]
    [InlineData("irm http://127.0.0.1:9/ -Method Post -InFile SECRET", "IMMY122: Invoke-RestMethod -InFile is refused: it reads a file of the machine that it runs on.")]
    [InlineData("irm http://127.0.0.1:9/ -UnixSocket MARKER", "IMMY122: Invoke-RestMethod -UnixSocket is refused: it reaches programs of the machine that it runs on.")]
    [InlineData("irm http://127.0.0.1:9/ -Certificate SECRET", "IMMY122: Invoke-RestMethod -Certificate is refused: it reads a certificate of the machine that it runs on.")]
    [InlineData("irm http://127.0.0.1:9/ -CertificateThumbprint 00", "IMMY122: Invoke-RestMethod -CertificateThumbprint is refused: it reads a certificate of the machine that it runs on.")]
    [InlineData("irm http://127.0.0.1:9/ -UseDefaultCredentials", "IMMY122: Invoke-RestMethod -UseDefaultCredentials is refused: it signs in as the account that this host runs as.")]
    [InlineData("irm http://127.0.0.1:9/ -ProxyUseDefaultCredentials", "IMMY122: Invoke-RestMethod -ProxyUseDefaultCredentials is refused: it signs in as the account that this host runs as.")]
    [InlineData("1 | ForEach-Object -Parallel { 1 }", "IMMY122: ForEach-Object -Parallel is refused: it runs outside of this session, where nothing limits the script.")]
    [InlineData("1 | % -Para { 1 }", "IMMY122: ForEach-Object -Parallel is refused: it runs outside of this session, where nothing limits the script.")]
    [InlineData("1 | ForEach-Object -AsJob { 1 }", "IMMY122: ForEach-Object -AsJob is refused: it belongs to -Parallel, which runs outside of this session, where nothing limits the script.")]
    [InlineData("'x' | Tee-Object -FilePath MARKER", "IMMY122: Tee-Object -FilePath is refused: it writes a file of the machine that it runs on.")]
    [InlineData("Select-String -Path SECRET -Pattern x", "IMMY122: Select-String -Path is refused: it reads a file of the machine that it runs on.")]
    [InlineData("Select-Xml -Path SECRET -XPath /", "IMMY122: Select-Xml -Path is refused: it reads a file of the machine that it runs on.")]
    [InlineData("Format-Hex -LiteralPath SECRET", "IMMY122: Format-Hex -LiteralPath is refused: it reads a file of the machine that it runs on.")]
    [InlineData("Test-Json -Path SECRET", "IMMY122: Test-Json -Path is refused: it reads a file of the machine that it runs on.")]
    [InlineData("Test-Json -Json '{}' -SchemaFile SECRET", "IMMY122: Test-Json -SchemaFile is refused: it reads a file of the machine that it runs on.")]
    [InlineData("Get-FileHash -Path SECRET", "IMMY122: Get-FileHash -Path is refused: it reads a file of the machine that it runs on.")]
    [InlineData("New-Object -ComObject WScript.Shell", "IMMY122: New-Object -ComObject is refused: it starts a program of the machine that it runs on.")]
    [InlineData("Get-Help Get-Date -Online", "IMMY122: Get-Help -Online is refused: it starts a browser on the machine that it runs on.")]
    [InlineData("[psobject]::new() | Add-Member -MemberType ScriptProperty -Name x -Value { $this.x }", "IMMY122: Add-Member -MemberType ScriptProperty or ScriptMethod is refused: it makes a member that ends the whole process when it calls itself: the engine does not count how deep.")]
    [InlineData("[psobject]::new() | Add-Member -Type CodeMethod -Name x -Value 1", "IMMY122: Add-Member -MemberType CodeProperty or CodeMethod is refused: it binds a .NET method, whatever it reaches.")]
    public async Task A_parameter_that_is_written_is_refused_before_the_script_serves(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));

    [Theory]
    [InlineData("$p = @{ OutFile = 'MARKER' }; Invoke-RestMethod http://127.0.0.1:9/ @p", "IMMY122,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$p = @{ OutFile = 'MARKER' }; Invoke-WebRequest http://127.0.0.1:9/ @p", "IMMY122,Immy.Typed.Cmdlets.Standard.WebRequest")]
    [InlineData("$p = @{ InFile = 'SECRET'; Method = 'Post' }; Invoke-RestMethod http://127.0.0.1:9/ @p", "IMMY122,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$p = @{ UnixSocket = 'MARKER' }; Invoke-RestMethod http://127.0.0.1:9/ @p", "IMMY122,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$p = @{ Certificate = 'SECRET' }; Invoke-RestMethod http://127.0.0.1:9/ @p", "IMMY122,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$p = @{ WebSession = @{ Certificates = 'SECRET' } }; Invoke-RestMethod http://127.0.0.1:9/ @p", "CannotConvertArgumentNoMessage,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$PSDefaultParameterValues['Invoke-RestMethod:OutFile'] = 'MARKER'; Invoke-RestMethod http://127.0.0.1:9/", "IMMY122,Immy.Typed.Cmdlets.Standard.RestMethod")]
    [InlineData("$p = @{ Parallel = { $ExecutionContext.SessionState.LanguageMode } }; 1 | ForEach-Object @p", "IMMY122,Immy.Typed.Cmdlets.Standard.ForEachObject")]
    [InlineData("$p = @{ Online = $true }; Get-Help Get-Date @p", "IMMY122,Immy.Typed.Cmdlets.GetDocumentedHelpCommand")]
    [InlineData("$p = @{ MemberType = 'ScriptMethod'; Name = 'x'; Value = { 1 } }; [psobject]::new() | Add-Member @p", "IMMY122,Immy.Typed.Cmdlets.Standard.AddMember")]
    [InlineData("[psobject]::new() | Add-Member ScriptProperty x { $this.x }", "IMMY122,Immy.Typed.Cmdlets.Standard.AddMember")]
    [InlineData("$p = @{ FilePath = 'MARKER' }; 'x' | Tee-Object @p", Refused.NoDrive + ",Microsoft.PowerShell.Commands.OutFileCommand")]
    [InlineData("$p = @{ Path = 'SECRET'; Pattern = 'x' }; Select-String @p", Refused.NoDrive + ",Microsoft.PowerShell.Commands.SelectStringCommand")]
    [InlineData("$p = @{ Path = 'SECRET'; XPath = '/' }; Select-Xml @p", "NamedParameterNotFound,Immy.Typed.Cmdlets.Standard.SelectXml")]
    [InlineData("Format-Hex SECRET", Refused.NoDrive + ",Microsoft.PowerShell.Commands.FormatHex")]
    [InlineData("Get-FileHash SECRET", Refused.NoDrive + ",Microsoft.PowerShell.Commands.GetFileHashCommand")]
    // A schema that refers to a file or an address would be read from there.
    [InlineData("Test-Json -Json '{}' -Schema '{\"$ref\":\"file://SECRET\"}'", "IMMY412,Immy.Typed.Cmdlets.Standard.TestJson")]
    [InlineData("Test-Json -Json '{}' -Schema '{\"allOf\":[{\"\\u0024ref\":\"file://SECRET\"}]}'", "IMMY412,Immy.Typed.Cmdlets.Standard.TestJson")]
    [InlineData("Test-Json -Json '{}' -Schema '{\"$schema\":\"file://SECRET\"}'", "IMMY412,Immy.Typed.Cmdlets.Standard.TestJson")]
    public async Task A_parameter_that_is_splatted_is_refused_when_the_command_runs(string attempt, string refusal) => Assert.Equal(refusal, await host.InBlockAsync(attempt));
}
