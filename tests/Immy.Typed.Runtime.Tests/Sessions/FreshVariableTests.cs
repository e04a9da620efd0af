using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>A call finds the preference variables as the script's top level left them, whatever the call before did with them.</summary>
public sealed class FreshVariableTests
{
    private const string Read = "\"$ErrorActionPreference $WarningPreference $InformationPreference $VerbosePreference $DebugPreference $ProgressPreference $ConfirmPreference $WhatIfPreference\"";

    [Theory]
    [InlineData("$ErrorActionPreference = 'Stop'")]
    [InlineData("$global:ErrorActionPreference = 'Stop'; $global:WhatIfPreference = $true")]
    [InlineData("Set-Variable -Scope Global -Name VerbosePreference -Value Continue")]
    [InlineData("Remove-Variable -Scope Global -Name WarningPreference; $global:WarningPreference = 'Ignore'")]
    [InlineData("New-Variable -Scope Global -Force -Name DebugPreference -Value Continue")]
    [InlineData("Set-Variable -Scope Global -Name ProgressPreference -Option ReadOnly; Set-Variable -Scope Global -Force -Name ProgressPreference -Value Stop -Option None")]
    public async Task Preferences_are_those_of_the_top_level(string change)
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync("$InformationPreference = 'Continue'\n" + Scripts.WithBlock(
            "ISupportsTenantInstallToken", "GetTenantInstallToken", $"param($clientId) if ($clientId -eq 'change') {{ {change} }}; {Read}"));

        var before = await integration.TokenAsync();
        Assert.NotEqual(before, await integration.TokenAsync("change"));

        Assert.Equal("Continue Continue Continue SilentlyContinue SilentlyContinue Continue None False", before);
        Assert.Equal(before, await integration.TokenAsync());
        Assert.Equal(before, await integration.TokenAsync());
    }
}
