using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of what outlives a call: names that the runtime itself might use, and what is shared by sessions.</summary>
public sealed class SharedStateEscapes
{
    [Theory]
    [InlineData("function global:Receive-SessionWork { 'taken' }")]
    [InlineData("function global:Receive-Output { 'taken' }")]
    [InlineData("function global:Out-Default { 'taken' }")]
    [InlineData("function global:Get-Variable { 'taken' }")]
    [InlineData("function global:New-Module { 'taken' }")]
    [InlineData("function global:Import-Module { 'taken' }")]
    [InlineData("function global:prompt { 'taken' }")]
    [InlineData("Set-Alias Receive-SessionWork Write-Output -Scope Global")]
    [InlineData("$global:PSDefaultParameterValues['*:OutVariable'] = 'taken'")]
    [InlineData("$global:PSDefaultParameterValues = 1")]
    [InlineData("$global:OutputEncoding = $null; $global:FormatEnumerationLimit = 0")]
    [InlineData("$global:PSModuleAutoLoadingPreference = 'All'")]
    [InlineData("$global:b = { 'taken' }; $global:p = @{ }; $global:args = 1")]
    public async Task The_next_call_runs_as_ever_after_a_stop_too(string attempt)
    {
        using var canary = new Canary();
        await using var host = new TestHost(static options =>
        {
            options.SessionsPerIntegration = 1;
            options.StopGracePeriod = TimeSpan.FromSeconds(60);
        });
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $$"""
            param($clientId)
            if ($clientId -eq 'attempt') { {{attempt}}; return 'done' }
            if ($clientId -eq 'stop') { $IntegrationContext.Running = 1; while ($true) { Start-Sleep -Milliseconds 5 } }
            "$($ExecutionContext.SessionState.LanguageMode) $clientId"
            """));

        Assert.Equal("done", await integration.TokenAsync("attempt"));
        Assert.Equal("ConstrainedLanguage x", await integration.TokenAsync("x"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => integration.As<Immybot.Backend.Providers.Interfaces.ISupportsTenantInstallToken>().GetTenantInstallToken("stop", stop.Token));
        Assert.Equal("ConstrainedLanguage y", await integration.TokenAsync("y"));
        canary.AssertUntouched();
    }

    [Fact]
    public async Task Another_integration_of_the_host_notices_nothing()
    {
        using var canary = new Canary();
        await using var host = new TestHost();
        var attacker = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            (Get-Command Get-Date).Parameters['Date'] = $null
            $global:secret = 1
            Set-Alias Get-Date Write-Output -Scope Global
            'done'
            """));
        var other = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "\"$secret$((Get-Date -Date 2026-01-02).Year)$((Get-Command Get-Date).Parameters['Date'].Name)\""));

        Assert.Equal("done", await attacker.TokenAsync());
        Assert.Equal("2026Date", await other.TokenAsync());
        canary.AssertUntouched();
    }

    [Fact]
    public async Task A_block_that_calls_itself_through_ForEach_Object_costs_its_call_only()
    {
        await using var host = new TestHost(static options => options.MaximumTimeout = TimeSpan.FromMinutes(10));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            [ScriptTimeout(TimeoutSeconds = 600)]
            param($clientId)
            $again = { 1 | ForEach-Object $again }
            try { & $again } catch { $_.FullyQualifiedErrorId }
            """));

        Assert.Equal("CallDepthOverflow,Immy.Typed.Cmdlets.Standard.ForEachObject", await integration.TokenAsync());
    }
}
