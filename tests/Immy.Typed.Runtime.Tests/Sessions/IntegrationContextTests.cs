using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Sessions;

public sealed class IntegrationContextTests
{
    [Fact]
    public async Task All_sessions_of_an_instance_share_one_context()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 4);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            param($clientId)
            Start-Sleep -Milliseconds 20
            $IntegrationContext["client-$clientId"] = $clientId
            "$clientId"
            """));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => integration.TokenAsync($"{index}")));

        var counting = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) $IntegrationContext.Count"));
        Assert.Equal("0", await counting.TokenAsync());
    }

    [Fact]
    public async Task What_one_block_writes_another_reads_in_any_case()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("""
            $Integration = New-DynamicIntegration -Init { $IntegrationContext.Server = 'a'; $IntegrationContext.Nested = @{ Deep = 1 } } -HealthCheck {
                $IntegrationContext.nested.deep++
                New-UnhealthyResult "$($IntegrationContext.SERVER) $($IntegrationContext.Nested.Deep) $($IntegrationContext.ContainsKey('server')) $($IntegrationContext.Keys | Sort-Object)"
            }
            return $Integration
            """);

        await integration.InitAsync();

        Assert.Equal("a 2 True Nested Server", (await integration.HealthAsync()).Message);
    }

    [Theory]
    [InlineData("($IntegrationContext | ConvertTo-Json -Compress).Length", "17")]
    [InlineData("(@($IntegrationContext.GetEnumerator()) | Sort-Object Name | ForEach-Object { \"$($_.Key)=$($_.Value)\" }) -join ','", "One=1,Two=2")]
    [InlineData("foreach ($key in @($IntegrationContext.Keys)) { $IntegrationContext.Remove($key) }; $IntegrationContext.Count", "0")]
    [InlineData("($IntegrationContext | Out-String) -match 'One'", "True")]
    [InlineData("$copy = $IntegrationContext.Clone(); $copy.Three = 3; \"$($copy.Count) $($IntegrationContext.Count)\"", "3 2")]
    [InlineData("$sum = $IntegrationContext + @{ Three = 3 }; $sum.Count", "3")]
    [InlineData("$IntegrationContext.Values -contains 2", "True")]
    [InlineData("$circle = @{ }; $circle.Token = $circle; $IntegrationContext.Circle = $circle; 'kept'", "kept")]
    [InlineData("$IntegrationContext.Clear(); $IntegrationContext.Add('a', 1); $IntegrationContext.Contains('A')", "True")]
    public async Task The_context_is_a_hashtable_like_any_other(string expression, string result)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"$IntegrationContext.One = 1; $IntegrationContext.Two = 2\n{expression}"));

        Assert.Equal(result, await integration.TokenAsync());
        Assert.Empty(host.Observer.Last.Problems);
    }

    [Theory]
    [InlineData("{ 'code' }", "ScriptBlock")]
    [InlineData("(Get-Command Get-Date)", "CmdletInfo")]
    [InlineData("@{ deep = @{ deeper = @(1, { 'code' }) } }", "ScriptBlock")]
    public async Task What_belongs_to_one_session_is_refused(string value, string type)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($"$Integration = New-DynamicIntegration -Init {{\n$IntegrationContext.Helper = {value}\n}} -HealthCheck {{ }}\nreturn $Integration");

        Assert.Equal(
            $"Test.ps1(2,1): error IMMY306: $IntegrationContext.Helper cannot hold {type}: it belongs to one session, and the context is shared by all of them. Keep the data in it, and the code at the top level of the script or in a module.",
            await Harness.Calls.FailureAsync(() => integration.InitAsync()));
    }

    [Fact]
    public async Task A_table_inside_is_safe_for_all_sessions_too()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 4);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            param($clientId)
            if ($clientId -eq 'start') { $IntegrationContext.Outer = @{ Inner = @{ } }; return 'started' }
            if ($clientId -eq 'count') { return [string]$IntegrationContext.Outer.Inner.Count }
            foreach ($i in 1..200) { $IntegrationContext.Outer.Inner["$clientId-$i"] = $i }
            'written'
            """));
        await integration.TokenAsync("start");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(index => integration.TokenAsync($"c{index}")));

        Assert.Equal("3200", await integration.TokenAsync("count"));
    }

    [Theory]
    [InlineData("$t = @{ a = 1 }; $IntegrationContext.T = $t; $t.b = 2; $IntegrationContext.T.c = 3; \"$($IntegrationContext.T.b) $($t.c)\"", "2 3")]
    [InlineData("$IntegrationContext.T = @{ a = 1 }; $x = $IntegrationContext.T; $x.b = 2; \"$($x -eq $IntegrationContext.T) $($IntegrationContext.T.Count) $($x -is [hashtable])\"", "True 2 True")]
    [InlineData("$IntegrationContext.T = @{ a = @{ b = 1 } }; $IntegrationContext | ConvertTo-Json -Compress", "{\"T\":{\"a\":{\"b\":1}}}")]
    [InlineData("$IntegrationContext.T = @{ a = 1 }; $IntegrationContext.U = $IntegrationContext.T; $IntegrationContext.U.b = 2; $IntegrationContext.T.b", "2")]
    [InlineData("$IntegrationContext.T = @{ b = 1; a = 2 }; ($IntegrationContext.T.GetEnumerator() | Sort-Object Key | ForEach-Object Key) -join ','", "a,b")]
    public async Task A_table_inside_stays_the_script_s_own(string body, string expected)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body));

        Assert.Equal(expected, await integration.TokenAsync());
    }

    [Fact]
    public async Task Instances_do_not_see_each_other()
    {
        await using var host = new TestHost();
        const string Script = "$Integration = New-DynamicIntegration -Init { $IntegrationContext.Mine = 1; $global:also = 1 } -HealthCheck { New-UnhealthyResult \"$($IntegrationContext.Mine)$also\" }\nreturn $Integration";
        var first = await host.LoadAsync(Script);
        var second = await host.LoadAsync(Script);

        await first.InitAsync();

        Assert.Equal("11", (await first.HealthAsync()).Message);
        Assert.Equal("", (await second.HealthAsync()).Message);
    }
}
