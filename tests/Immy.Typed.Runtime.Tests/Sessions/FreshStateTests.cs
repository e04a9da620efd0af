using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>What a block changes in passing is not there for the next call in the same session.</summary>
public sealed class FreshStateTests
{
    [Theory]
    [InlineData("'abc' -match 'b' | Out-Null", "[string] $Matches.Count")]
    [InlineData("$OFS = '+'", "\"$(1, 2)\"")]
    [InlineData("Set-StrictMode -Version Latest", "[string] $undefined")]
    [InlineData("Set-Alias shout Write-Output", "\"[$(Get-Alias shout -ErrorAction SilentlyContinue)]\"")]
    [InlineData("function Get-Left { 'left' }", "\"[$(Get-Command Get-Left -ErrorAction SilentlyContinue)]\"")]
    [InlineData("$ErrorActionPreference = 'Stop'", "[string] $ErrorActionPreference")]
    [InlineData("$script:ErrorActionPreference = 'Stop'", "[string] $ErrorActionPreference")]
    [InlineData("$global:WarningPreference = 'Stop'", "[string] $WarningPreference")]
    [InlineData("$PSDefaultParameterValues['Write-Output:NoEnumerate'] = $true", "[string] $PSDefaultParameterValues.Count")]
    [InlineData("$global:PSDefaultParameterValues = @{ 'Write-Output:NoEnumerate' = $true }", "[string] $PSDefaultParameterValues.Count")]
    [InlineData("Write-Error 'e' -ErrorAction SilentlyContinue", "[string] $Error.Count")]
    [InlineData("$local = 1; Set-Variable other 2", "\"[$local$other]\"")]
    public async Task Nothing_is_left(string change, string seen)
    {
        foreach (var way in (string[])["", "[CmdletBinding()]"])
        {
            var script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"{way}param($clientId)\nif ($clientId -eq 'first') {{ {change}; return 'changed' }}\n{seen}");
            await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
            var untouched = await (await host.LoadAsync(script)).TokenAsync("second");
            var integration = await host.LoadAsync(script);

            Assert.Equal("changed", await integration.TokenAsync("first"));
            Assert.Equal(untouched, await integration.TokenAsync("second"));
        }
    }
}
