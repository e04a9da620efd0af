using Immy.Typed.Hosting;
using Immy.Typed.Runtime.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Immy.Typed.Runtime.Tests.Pooling;

/// <summary>Sessions that are closed in between calls. A global variable counts the calls of one session.</summary>
public sealed class RecycleTests
{
    private static readonly string Counting = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "param($clientId) $global:calls++; if ($clientId -eq 'much') { $global:kept = $clientId * 1MB }; \"$global:calls\"");

    private static readonly Action<ImmyTypedOptions> OneSession = static options => options.SessionsPerIntegration = 1;

    [Fact]
    public async Task A_session_serves_so_many_calls()
    {
        // The load of the script is the first.
        await using var host = new TestHost(OneSession + (static options => options.Sessions.Calls = 4));
        var integration = await host.LoadAsync(Counting);

        Assert.Equal(["1", "2", "3", "1", "2", "3", "1"], await ManyAsync(7, () => integration.TokenAsync()));
    }

    [Fact]
    public async Task A_session_allocates_so_much()
    {
        await using var host = new TestHost(OneSession + (static options => options.Sessions.AllocatedBytes = 64 << 20));
        var integration = await host.LoadAsync(Counting);

        var counts = await ManyAsync(100, () => integration.TokenAsync("much"));

        Assert.InRange(counts.Count(static count => count == "1"), 8, 30);
    }

    [Fact]
    public async Task A_session_becomes_so_old()
    {
        var time = new FakeTimeProvider();
        await using var host = new TestHost(OneSession, builder => builder.Services.AddSingleton<TimeProvider>(time));
        var integration = await host.LoadAsync(Counting);

        Assert.Equal(["1", "2"], await ManyAsync(2, () => integration.TokenAsync()));
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal("1", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_session_that_becomes_old_during_a_call_is_closed_after_it()
    {
        var time = new FakeTimeProvider();
        await using var host = new TestHost(build: builder => builder.Services.AddSingleton<TimeProvider>(time));
        var integration = await host.LoadAsync(Scripts.WithBlock(
            "ISupportsTenantInstallToken",
            "GetTenantInstallToken",
            "param($clientId) while ($clientId -eq 'long' -and -not $IntegrationContext.GoOn) { Start-Sleep -Milliseconds 5 }; if ($clientId -eq 'go') { $IntegrationContext.GoOn = $true }; $clientId"));
        var running = integration.TokenAsync("long");
        await QueueTests.UntilAsync(() => integration.Sessions.Running == 1);

        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, integration.Sessions.Open);
        Assert.Equal("go", await integration.TokenAsync("go"));
        Assert.Equal("long", await running);
        Assert.Equal(1, integration.Sessions.Open);
    }

    [Fact]
    public async Task Idle_sessions_are_closed_and_opened_again_when_somebody_calls()
    {
        var time = new FakeTimeProvider();
        await using var host = new TestHost(OneSession, builder => builder.Services.AddSingleton<TimeProvider>(time));
        var integration = await host.LoadAsync(Counting);
        Assert.Equal(["1", "2"], await ManyAsync(2, () => integration.TokenAsync()));

        time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(1, integration.Sessions.Open);
        time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(0, integration.Sessions.Open);
        Assert.Equal("1", await integration.TokenAsync());
    }

    [Fact]
    public async Task A_host_that_is_full_closes_the_session_that_is_idle_longest()
    {
        await using var host = new TestHost(OneSession + (static options => (options.Pool.OpenSessions, options.Pool.RunningCalls) = (2, 1)));
        var first = await host.LoadAsync(Counting, name: "First");
        var second = await host.LoadAsync(Counting, name: "Second");
        await first.TokenAsync();

        var third = await host.LoadAsync(Counting, name: "Third");

        Assert.Equal((1, 0, 1), (first.Sessions.Open, second.Sessions.Open, third.Sessions.Open));
        Assert.Equal("1", await second.TokenAsync());
        Assert.Equal((0, 1, 1), (first.Sessions.Open, second.Sessions.Open, third.Sessions.Open));
    }

    private static async Task<IReadOnlyList<string>> ManyAsync(int count, Func<Task<string>> call)
    {
        var answers = new List<string>();
        for (var index = 0; index < count; index++)
        {
            answers.Add(await call());
        }

        return answers;
    }
}
