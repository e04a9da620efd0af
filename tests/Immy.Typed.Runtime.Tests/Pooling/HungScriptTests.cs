using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Immy.Typed.Runtime.Tests.Pooling;

/// <summary>Scripts that do not stop: abandoned, counted, shown in health and metrics, and not started without end.</summary>
public sealed class HungScriptTests
{
    // A pattern that tries every way to split the text; each letter more doubles the time. This many take some seconds.
    private static readonly string Hanging = Scripts.WithBlock(
        "ISupportsTenantInstallToken",
        "GetTenantInstallToken",
        "param($clientId)\nif ($clientId -eq 'quick') { return 'token' }\n[regex]::IsMatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a|aa)+$', 'None', [timespan]::FromSeconds(6))\n'done'");

    [Fact]
    public async Task A_script_that_hangs_is_shown_until_it_comes_back()
    {
        await using var host = new TestHost(
            static options =>
            {
                options.DefaultTimeout = options.StopGracePeriod = TimeSpan.FromMilliseconds(200);
                options.Pool.HungScripts = 1;
            },
            static builder => builder.Services.AddLogging().AddHealthChecks().AddImmyTyped());
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var integration = await host.LoadAsync(Hanging);
        Assert.Equal("1 sessions of 1 integrations, 0 calls wait.", (await HealthAsync(health)).Description);
        using var meters = new MeterReader(host.Services, "immy.sessions.abandoned", "immy.sessions.hung");

        await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());

        Assert.Equal((1, 1L), (integration.Sessions.Hung, integration.Sessions.Abandoned));
        Assert.Equal(1, meters.Read("immy.sessions.abandoned"));
        Assert.Equal(1, meters.Read("immy.sessions.hung"));
        var shown = await HealthAsync(health);
        Assert.Equal(
            (HealthStatus.Degraded, "Scripts that did not stop still hang, each in a thread of its own: 1 of 'Test'."),
            (shown.Status, shown.Description));

        var refused = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync("quick"));
        Assert.Equal(
            "error IMMY503: 1 script of 'Test' did not stop and still hangs, so no more are started. They hang in calls that cannot be interrupted: give those calls a time-out of their own. The integration goes on once one of them comes back.",
            refused.Message);
        Assert.Equal(RunOutcome.Rejected, refused.Run.Outcome);

        await QueueTests.UntilAsync(() => integration.Sessions.Hung == 0);
        Assert.Equal("token", await integration.TokenAsync("quick"));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(health)).Status);
        Assert.Equal(1L, integration.Sessions.Abandoned);
    }

    [Fact]
    public async Task A_script_that_hangs_is_shown_though_its_integration_was_closed()
    {
        await using var host = new TestHost(
            static options => options.DefaultTimeout = options.StopGracePeriod = TimeSpan.FromMilliseconds(200),
            static builder => builder.Services.AddLogging().AddHealthChecks().AddImmyTyped());
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var integration = await host.LoadAsync(Hanging);
        await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());

        await integration.DisposeAsync();

        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(health)).Status);
        await QueueTests.UntilAsync(() => integration.Sessions.Hung == 0);
        Assert.Equal("0 sessions of 0 integrations, 0 calls wait.", (await HealthAsync(health)).Description);
    }

    [Fact]
    public async Task A_script_that_hangs_while_one_more_session_loads_it_is_counted_too()
    {
        await using var host = new TestHost(static options => (options.LoadTimeout, options.StopGracePeriod) = (TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(200)));
        var integration = await host.LoadAsync(
            "if ($IntegrationContext.Loaded) { [regex]::IsMatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a|aa)+$', 'None', [timespan]::FromSeconds(4)) }\n$IntegrationContext.Loaded = 1\n"
            + Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) while (-not $IntegrationContext.GoOn) { Start-Sleep -Milliseconds 5 }; 'token'"));
        var running = integration.TokenAsync();
        await QueueTests.UntilAsync(() => integration.Sessions.Running == 1);

        var failed = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());

        Assert.Equal("IMMY120", Assert.Single(failed.Problems).Id);
        Assert.Equal((1, 1, 1L), (integration.Sessions.Open, integration.Sessions.Hung, integration.Sessions.Abandoned));
        await QueueTests.UntilAsync(() => integration.Sessions.Hung == 0);
        await integration.DisposeAsync();
        await Assert.ThrowsAsync<BlockException>(() => running);
    }

    private static async Task<HealthReportEntry> HealthAsync(HealthCheckService health)
        => (await health.CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["immy-sessions"];
}
