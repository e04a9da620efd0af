using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Pooling;

/// <summary>Calls that wait for a session: how many, how long, in which order.</summary>
public sealed class QueueTests
{
    // Runs until the test lets it go, which it does through the context that all sessions share.
    private static readonly string Waiting = Scripts.WithBlock(
        "ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) if ($clientId -eq 'wait') { while (-not $IntegrationContext.GoOn) { Start-Sleep -Milliseconds 5 } }\nif ($clientId -eq 'go') { $IntegrationContext.GoOn = $true }\n$clientId");

    [Fact]
    public async Task A_call_that_finds_the_queue_full_is_refused_at_once()
    {
        await using var host = new TestHost(static options => (options.SessionsPerIntegration, options.Pool.QueueLength) = (2, 1));
        var integration = await host.LoadAsync(Waiting);
        var running = integration.TokenAsync("wait");
        await UntilAsync(() => integration.Sessions.Running == 1);
        var second = integration.TokenAsync("wait");
        await UntilAsync(() => integration.Sessions is { Running: 2, Open: 2 });
        var queued = integration.TokenAsync("go");

        var refused = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync("too many"));

        Assert.Equal(
            "error IMMY501: The queue of 'Test' is full: 1 call waits for its sessions, and 2 run. Call it again later, make its blocks faster, or raise Pool.QueueLength or SessionsPerIntegration.",
            refused.Message);
        Assert.Equal(RunOutcome.Rejected, refused.Run.Outcome);
        Assert.Equal("ISupportsTenantInstallToken", Assert.Single(refused.Problems).Capability);
        Assert.Equal((2, 2, 1), (integration.Sessions.Open, integration.Sessions.Running, integration.Sessions.Waiting));
        await integration.DisposeAsync();
        await Assert.ThrowsAsync<BlockException>(() => Task.WhenAll(running, second, queued));
    }

    [Fact]
    public async Task A_call_that_waits_too_long_is_given_up()
    {
        await using var host = new TestHost(static options => (options.SessionsPerIntegration, options.Pool.QueueTime) = (1, TimeSpan.FromMilliseconds(200)));
        var integration = await host.LoadAsync(Waiting);
        var running = integration.TokenAsync("wait");
        await UntilAsync(() => integration.Sessions.Running == 1);

        var refused = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync("late"));

        Assert.Equal(
            "error IMMY502: The call waited 0.2 seconds for a session of 'Test' and was given up: 1 call runs, 0 more wait. Call it again later, make its blocks faster, or raise Pool.QueueTime or SessionsPerIntegration.",
            refused.Message);
        Assert.Equal(RunOutcome.Rejected, refused.Run.Outcome);
        Assert.Equal(0, integration.Sessions.Waiting);
        await integration.DisposeAsync();
        await Assert.ThrowsAsync<BlockException>(() => running);
    }

    [Fact]
    public async Task An_instance_that_floods_does_not_starve_another()
    {
        await using var host = new TestHost(static options => options.Pool.RunningCalls = 1);
        var script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) Start-Sleep -Milliseconds 20; $clientId");
        var flooding = await host.LoadAsync(script, name: "Flooding");
        var modest = await host.LoadAsync(script, name: "Modest");
        var flood = Enumerable.Range(0, 40).Select(_ => flooding.TokenAsync()).ToList();

        // Its own sessions are free, so only the host's single place keeps it waiting: one turn of the other at most.
        await modest.TokenAsync();
        var servedBefore = host.Observer.Runs.Count(static run => run.Integration == "Flooding");

        Assert.InRange(servedBefore, 0, 3);
        await Task.WhenAll(flood);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_gives_its_place_to_the_next()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) Start-Sleep -Milliseconds 5; $clientId"));
        var answers = 0;

        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, _) =>
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(index % 4 * 10 + 1));
            try
            {
                var answer = await integration.As<Immybot.Backend.Providers.Interfaces.ISupportsTenantInstallToken>().GetTenantInstallToken($"c{index}", index % 4 == 3 ? default : cancel.Token);
                Assert.Equal($"c{index}", answer);
                Interlocked.Increment(ref answers);
            }
            catch (OperationCanceledException)
            {
                // That is what its caller asked for.
            }
        });

        Assert.InRange(answers, 50, 200);
        await UntilAsync(() => integration.Sessions is { Running: 0, Waiting: 0 });
        Assert.Equal("last", await integration.TokenAsync("last"));
    }

    [Fact]
    public async Task Closing_an_integration_stops_what_runs_and_refuses_what_waits()
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 1);
        var integration = await host.LoadAsync(Waiting);
        var running = integration.TokenAsync("wait");
        await UntilAsync(() => integration.Sessions.Running == 1);
        var waiting = integration.TokenAsync("go");
        await UntilAsync(() => integration.Sessions.Waiting == 1);

        await integration.DisposeAsync();

        const string Message = "error IMMY507: The integration 'Test' was closed. Load it again.";
        var stopped = await Assert.ThrowsAsync<BlockException>(() => running);
        Assert.Equal((Message, RunOutcome.Failed), (stopped.Message, stopped.Run.Outcome));
        var refused = await Assert.ThrowsAsync<BlockException>(() => waiting);
        Assert.Equal((Message, RunOutcome.Rejected), (refused.Message, refused.Run.Outcome));
        var late = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());
        Assert.Equal((Message, RunOutcome.Rejected), (late.Message, late.Run.Outcome));
        Assert.Equal(0, integration.Sessions.Open);
    }

    internal static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
