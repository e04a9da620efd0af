using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Calls;

public sealed class StreamTests
{
    [Fact]
    public async Task Every_stream_arrives_with_its_call_in_order()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            param($clientId)
            Write-Host "host $clientId"
            Write-Verbose v -Verbose
            Write-Debug d -Debug
            Write-Warning w
            Write-Information i
            Write-Progress -Activity p -Status s -PercentComplete 5
            Write-Host -NoNewline 'one '; Write-Host two
            try { throw 'caught' } catch { }
            [pscustomobject]@{ a = 1 } | Format-List | Out-Host
            'abc'
            """));

        await integration.TokenAsync();

        Assert.Equal(
            ["Host host c1", "Verbose v", "Debug d", "Warning w", "Information i", "Progress p: s", "Host one two", "Host a : 1", "CaughtError caught"],
            host.Observer.Last.Records.Where(static record => record.Message.Length > 0).Select(static record => $"{record.Kind} {record.Message.Trim()}"));
        Assert.Equal(5, host.Observer.Last.Records.Single(static record => record.Kind == StreamKind.Progress).PercentComplete);
        Assert.Equal("Test.ps1(7,1)", host.Observer.Last.Records.Single(static record => record.Kind == StreamKind.Warning).Location?.ToString());
        Assert.Equal(host.Observer.Last.Records.OrderBy(static record => record.At), host.Observer.Last.Records);
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task A_call_finds_nothing_of_the_one_before()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            param($clientId)
            if ($clientId -eq 'first') { $global:VerbosePreference = 'Continue'; $local = 1; try { throw 'x' } catch { } }
            Write-Verbose 'shown'
            "$($Error.Count) $local"
            """));

        Assert.Equal("1 1", await integration.TokenAsync("first"));
        Assert.Contains(host.Observer.Last.Records, static record => record.Message == "shown");
        Assert.Equal("0 ", await integration.TokenAsync("second"));
        Assert.DoesNotContain(host.Observer.Last.Records, static record => record.Message == "shown");
    }

    [Fact]
    public async Task A_script_sees_nothing_of_what_runs_it()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
            [CmdletBinding()]
            param($clientId)
            "$b|$p|$r|$w|$($args.Count)|$((Get-Variable | Where-Object { $_.Value -is [scriptblock] } | Measure-Object).Count)"
            """));

        Assert.Equal("||||0|0", await integration.TokenAsync());
    }

    [Fact]
    public async Task Functions_and_variables_of_the_top_level_are_visible_in_every_block()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("function Get-Greeting { param($Name) \"Hello $Name$mark\" }\n$mark = '!'\n" + Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) Get-Greeting $clientId"));

        Assert.Equal("Hello c1!", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_block_gets_the_contracts_arguments_that_it_declares()
    {
        await using var host = new TestHost();

        Assert.Equal("c1", await (await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($CLIENTID, $extra) $clientId"))).TokenAsync());
        Assert.Equal("c1", await (await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param([Alias('clientId')] $id) $id"))).TokenAsync());
        Assert.Equal("0", await (await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "\"$($args.Count)\""))).TokenAsync());
    }

    [Fact]
    public async Task An_argument_that_the_block_refuses_is_named()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param([int] $clientId) $clientId"));

        Assert.Equal(
            "Test.ps1(2,111): error IMMY215: ISupportsTenantInstallToken.GetTenantInstallToken refuses the argument clientId: Cannot convert value \"c1\" to type \"System.Int32\". Error: \"The input string 'c1' was not in a correct format.\". Declare the parameter with the type that the contract names, or without one.",
            await Harness.Calls.FailureAsync(() => integration.TokenAsync()));
    }
}
