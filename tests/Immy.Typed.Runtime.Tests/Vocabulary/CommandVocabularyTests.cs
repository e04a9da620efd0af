using Immy.Typed.Runtime.Tests.Commands;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Vocabulary;

/// <summary>Every command that published scripts and the guide use is there, with the parameters by which they call it.</summary>
public sealed class CommandVocabularyTests
{
    [Theory]
    [InlineData("New-DynamicIntegration", "Init HealthCheck")]
    [InlineData("Add-DynamicIntegrationCapability", "Integration Interface")]
    [InlineData("New-HealthyResult", "Message")]
    [InlineData("New-UnhealthyResult", "Message")]
    [InlineData("New-IntegrationClient", "ClientId ClientName")]
    [InlineData("New-IntegrationAgent", "AgentId Name ClientId SerialNumber OSName Manufacturer IsOnline AgentVersion SupportsRunningScripts SupportsOnlineStatus")]
    [InlineData("New-DynamicVersion", "Url Version FileName Architecture PackageType")]
    [InlineData("New-SupportFormBranding", "SupportSidebarTitle HeaderAlertMessage DescriptionPlaceholderText DescriptionAlertMessage ShowConfirmationCheckbox FooterMessage SessionSupportButtonTitle ShowSessionSupportConfirmCheckbox")]
    [InlineData("Get-IntegrationAgentInstallToken", "")]
    [InlineData("Get-IntegrationTenantUninstallToken", "")]
    [InlineData("Get-IntegrationAgentUninstallToken", "")]
    [InlineData("Get-IntegrationAgentInstallTokenCmdlet", "")]
    [InlineData("Get-IntegrationTenantUninstallTokenCmdlet", "")]
    [InlineData("Get-IntegrationAgentUninstallTokenCmdlet", "")]
    [InlineData("Get-ProviderInfo", "Name ProviderLinkId")]
    [InlineData("Get-ProviderAgent", "Name ProviderLinkId")]
    [InlineData("Invoke-ImmyCommand", "ScriptBlock Timeout ArgumentList Computer ContextString ConnectTimeout Parallel IncludeLocals")]
    [InlineData("Write-Variable", "InputObject")]
    [InlineData("Clear-Error", "")]
    [InlineData("Add-UriQueryParameter", "Uri Parameter OverwriteParameters")]
    [InlineData("Should-HaveOne", "Message TakeFirst InputObject")]
    [InlineData("ShouldHave-One", "Message TakeFirst InputObject")]
    [InlineData("New-ParameterCollection", "InputObject")]
    [InlineData("New-OAuthConsentParameter", "Name ResponseType AuthorizationEndpoint TokenEndpoint ClientID ClientSecret Scope Mandatory Resource ExtraQueryParameters AllowNull DefaultValue HelpMessage Hidden Position")]
    [InlineData("New-HelpText", "Name HelpMessage")]
    [InlineData("New-Parameter", "Name Type HelpMessage Mandatory")]
    [InlineData("New-DropDownParameter", "Name Multiselect")]
    [InlineData("New-DateTimeParameter", "Name")]
    [InlineData("New-CheckboxParameter", "Name")]
    [InlineData("Get-WindowsRegistryValue", "Path Name")]
    [InlineData("Get-DynamicVersionsFromGitHubUrl", "GitHubReleasesUrl VersionsPattern")]
    [InlineData("Invoke-CommandCached", "CacheKey ScriptBlock")]
    [InlineData("Invoke-AtomicCommand", "Key ScriptBlock")]
    [InlineData("Set-CacheKeyExpiration", "CacheKey")]
    [InlineData("Get-Hash", "AsHex")]
    public async Task A_command_of_integrations_takes_its_parameters(string command, string parameters)
        => Assert.Equal(parameters, await CommandRun.TextAsync($$"""
            $command = Get-Command {{command}}
            if ($command.ResolvedCommand) { $command = $command.ResolvedCommand }
            ('{{parameters}}'.Split(' ') | Where-Object { $_ -and $command.Parameters.Keys -contains $_ }) -join ' '
            """));

    [Theory]
    [InlineData("Invoke-RestMethod Invoke-WebRequest")]
    [InlineData("ConvertTo-Json ConvertFrom-Json ConvertTo-Csv ConvertFrom-Csv ConvertTo-Xml ConvertFrom-StringData ConvertTo-SecureString ConvertFrom-SecureString")]
    [InlineData("Write-Output Write-Host Write-Error Write-Warning Write-Verbose Write-Debug Write-Information Write-Progress")]
    [InlineData("Select-Object Sort-Object Group-Object Measure-Object Tee-Object Where-Object ForEach-Object Compare-Object Join-String Select-String")]
    [InlineData("Out-String Out-Null Format-List Format-Table Get-Date New-TimeSpan Start-Sleep New-Guid Get-Random Get-Variable Set-Variable")]
    [InlineData("Get-FileHash Get-Member Add-Member New-Object Get-Command Get-Help Get-Module Import-Module")]
    public async Task A_standard_command_is_there_and_shows_its_syntax(string commands) => Assert.Equal("", await CommandRun.TextAsync($$"""
        ('{{commands}}'.Split(' ') | Where-Object { "$(Get-Help $_ | Out-String)" -notmatch "SYNTAX\s+$_ " }) -join ' '
        """));

    [Theory]
    [InlineData("'a,b', '1,2' | ConvertFrom-Csv | ForEach-Object b", "2")]
    [InlineData("[pscustomobject]@{ a = 1 } | ConvertTo-Csv -NoTypeInformation | Select-Object -Last 1", "\"1\"")]
    [InlineData("(@{ a = 1 } | ConvertTo-Xml -As String) -match '<Objects>'", "True")]
    [InlineData("([xml]'<a><b>1</b></a>').a.b", "1")]
    [InlineData("(\"a=1`nb=2\" | ConvertFrom-StringData).b", "2")]
    [InlineData("(ConvertTo-SecureString 'secret-4711' -AsPlainText -Force).Length", "11")]
    [InlineData("(Get-FileHash -InputStream ([System.IO.MemoryStream]::new([System.Text.Encoding]::UTF8.GetBytes('abc'))) -Algorithm SHA256).Hash.Substring(0, 8)", "BA7816BF")]
    [InlineData("(Get-FileHash -InputStream ([IO.MemoryStream]([System.Text.Encoding]::UTF8.GetBytes('abc'))) -Algorithm MD5).Hash.Substring(0, 8)", "90015098")]
    [InlineData("('a1', 'b2' | Select-String '\\d').Matches.Value -join ''", "12")]
    [InlineData("(Compare-Object @(1, 2) @(2, 3)).InputObject -join ' '", "3 1")]
    [InlineData("'a', 'b' | Join-String -Separator '-'", "a-b")]
    [InlineData("(New-Object -TypeName PSObject -Property @{ a = 7 } | Add-Member -NotePropertyName b -NotePropertyValue 8 -PassThru).b", "8")]
    [InlineData("(New-Object System.Collections.ArrayList).Count", "0")]
    [InlineData("(1..3 | Tee-Object -Variable kept | Measure-Object -Sum).Sum + $kept.Count", "9")]
    [InlineData("(New-TimeSpan -Start '2026-01-01' -End '2026-01-03').TotalDays", "2")]
    [InlineData("('x' | Get-Member Length).Name", "Length")]
    [InlineData("('b', 'a', 'b' | Group-Object | Sort-Object Count -Descending | Select-Object -First 1).Name", "b")]
    public async Task A_standard_command_does_what_it_does_in_PowerShell(string body, string expected) => Assert.Equal(expected, await CommandRun.TextAsync(body));

    [Theory]
    [InlineData("Get-Content")]
    [InlineData("Test-Path")]
    [InlineData("Resolve-Path")]
    [InlineData("Get-ChildItem")]
    [InlineData("Get-ItemProperty")]
    [InlineData("Get-Process")]
    [InlineData("Get-Service")]
    [InlineData("Start-Process")]
    public async Task A_command_that_reaches_the_machine_says_where_it_works(string command) => Assert.Contains(
        $": error IMMY116: {command} reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand {{ {command} ... }}.",
        await RefusalAsync(command),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_machine_command_in_a_variable_says_so_when_it_is_called() => Assert.StartsWith(
        "Test.ps1(4,1): error IMMY116: Get-Process reaches the machine that it runs on, which is the host, not a client's computer. Run it on the computer: Invoke-ImmyCommand { Get-Process ... }.",
        await CommandRun.FailureAsync("$name = 'Get-Process'\n& $name -Id 1"),
        StringComparison.Ordinal);

    private static async Task<string> RefusalAsync(string command)
    {
        await using var host = new TestHost();
        return Assert.Single(await host.RefusedAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", command)));
    }
}
