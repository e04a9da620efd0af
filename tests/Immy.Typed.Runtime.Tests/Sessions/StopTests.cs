using Immy.Typed.Hosting;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Sessions;

public sealed class StopTests
{
    private static readonly Action<ImmyTypedOptions> Quick = static options =>
    {
        options.DefaultTimeout = TimeSpan.FromSeconds(1);
        options.MaximumTimeout = TimeSpan.FromSeconds(10);
        options.SessionsPerIntegration = 1;
        options.StopGracePeriod = TimeSpan.FromSeconds(1);
    };

    [Theory]
    [InlineData("while ($true) { }")]
    [InlineData("Start-Sleep 60")]
    [InlineData("1..100000000 | ForEach-Object { $_ }")]
    [InlineData("try { while ($true) { } } catch { } finally { }")]
    public async Task A_block_that_runs_too_long_is_stopped_and_the_session_goes_on(string body)
    {
        await using var host = new TestHost(Quick);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"param($clientId)\nif ($clientId -eq 'quick') {{ return 'token' }}\n{body}"));

        Assert.Equal(
            "error IMMY212: ISupportsTenantInstallToken.GetTenantInstallToken ran longer than 1 second and was stopped. Make it faster, or give it more time: [ScriptTimeout(TimeoutSeconds = n)] above its param(), at most 10 here.",
            (await Harness.Calls.FailureAsync(() => integration.TokenAsync())).Split('\n')[^1]);
        Assert.Equal(RunOutcome.TimedOut, host.Observer.Last.Outcome);
        Assert.Equal("token", await integration.TokenAsync("quick"));
    }

    [Fact]
    public async Task A_block_may_ask_for_more_time()
    {
        await using var host = new TestHost(Quick);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "[ScriptTimeout(TimeoutSeconds = 300)]\nparam($clientId)\nStart-Sleep -Milliseconds 1500\n'late'"));

        Assert.Equal("late", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_caller_that_cancels_stops_the_script()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId)\nif ($clientId -eq 'quick') { return 'token' }\nwhile ($true) { }"));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken("c1", cancel.Token));

        Assert.Equal(RunOutcome.Cancelled, host.Observer.Last.Outcome);
        Assert.Equal("token", await integration.TokenAsync("quick"));
    }

    [Fact]
    public async Task A_caller_that_waits_for_a_session_can_give_up()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId)\nStart-Sleep -Milliseconds 800\n$clientId"));
        var first = integration.TokenAsync("first");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken("second", cancel.Token));

        Assert.Equal("first", await first);
    }

    [Fact]
    public async Task A_consumer_that_leaves_a_list_early_stops_the_script()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "$i = 0; while ($true) { $i++; New-IntegrationClient $i a }"));

        await foreach (var client in integration.As<ISupportsListingClients>().GetClients(TestContext.Current.CancellationToken))
        {
            if (client.ExternalClientId == "1000")
            {
                break;
            }
        }

        Assert.Equal(RunOutcome.Cancelled, host.Observer.Last.Outcome);
        await integration.HealthAsync();
    }

    [Fact]
    public async Task A_slow_consumer_holds_the_script_back_and_costs_it_no_time()
    {
        await using var host = new TestHost(static options => options.DefaultTimeout = TimeSpan.FromSeconds(3));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsListingClients", "GetClients", "1..600 | ForEach-Object { $global:made = $_; New-IntegrationClient $_ a }"));
        var seen = 0;

        await foreach (var _ in integration.As<ISupportsListingClients>().GetClients(TestContext.Current.CancellationToken))
        {
            if (++seen is 1 or 300)
            {
                await Task.Delay(2000, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(600, seen);
        Assert.Equal(RunOutcome.Ok, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task The_first_object_is_seen_before_the_last_is_written()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.With("""
            $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
                New-IntegrationClient 1 a
                while (-not $IntegrationContext.GoOn) { Start-Sleep -Milliseconds 5 }
                New-IntegrationClient 2 b
            }
            $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { $IntegrationContext.GoOn = $true; 'ok' }
            """));
        var names = new List<string>();

        await foreach (var client in integration.As<ISupportsListingClients>().GetClients(TestContext.Current.CancellationToken))
        {
            names.Add(client.ClientName);
            await integration.TokenAsync();
        }

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Blocks_run_side_by_side_up_to_the_limit_and_then_wait()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 3);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) Start-Sleep -Milliseconds 20; $clientId"));

        var tokens = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => integration.TokenAsync($"c{index}")));

        Assert.Equal(Enumerable.Range(0, 60).Select(static index => $"c{index}"), tokens);
    }

    [Fact]
    public async Task A_block_that_hangs_in_a_call_that_cannot_be_stopped_is_abandoned()
    {
        await using var host = new TestHost(Quick);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId)\nif ($clientId -eq 'quick') { return 'token' }\n[regex]::IsMatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a|aa)+$')\n'done'"));

        var message = await Harness.Calls.FailureAsync(() => integration.TokenAsync());

        Assert.Equal(
            """
            error IMMY213: ISupportsTenantInstallToken.GetTenantInstallToken did not stop within 1 second after it was told to; its session is abandoned and replaced. It hangs in a call that cannot be interrupted: give that call a time-out of its own.
            error IMMY212: ISupportsTenantInstallToken.GetTenantInstallToken ran longer than 1 second and was stopped. Make it faster, or give it more time: [ScriptTimeout(TimeoutSeconds = n)] above its param(), at most 10 here.
            """,
            message);
        Assert.Equal("token", await integration.TokenAsync("quick"));
    }

    [Fact]
    public async Task A_script_that_builds_another_integration_the_second_time_is_told()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 2);
        var integration = await host.LoadAsync(Scripts.With("""
            if (-not $IntegrationContext.Loaded) {
                $IntegrationContext.Loaded = 1
                $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { Start-Sleep -Milliseconds 300; 'token' }
            }
            """));
        var first = integration.TokenAsync();

        Assert.Equal(
            "error IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: the script did not give this block when it was loaded for one more session. Its top level must build the same integration every time. What it wrote until then is in the run's streams.",
            await Harness.Calls.FailureAsync(() => integration.TokenAsync()));
        Assert.Equal("token", await first);
    }
}
