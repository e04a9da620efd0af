using Immy.Typed.Integrations;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Sessions;

/// <summary>What a script set out to clean up is cleaned up, however its block ends.</summary>
public sealed class CleanUpTests
{
    private const string Asked = "if ($clientId -eq 'asked') { return \"$($IntegrationContext.Started) $($IntegrationContext.Ran)\" }; $IntegrationContext.Started = 'started'";

    public static TheoryData<string, string> Bodies => new()
    {
        { "finally", $"param($clientId)\n{Asked}\ntry {{ while ($true) {{ }} }} finally {{ $IntegrationContext.Ran += 'finally' }}" },
        { "finally", $"param($clientId)\n{Asked}\ntry {{ Start-Sleep 600 }} catch {{ $IntegrationContext.Ran = 'caught' }} finally {{ $IntegrationContext.Ran += 'finally' }}" },
        { "inner outer", $"param($clientId)\n{Asked}\ntry {{ try {{ while ($true) {{ }} }} finally {{ $IntegrationContext.Ran += 'inner ' }} }} finally {{ $IntegrationContext.Ran += 'outer' }}" },
        { "function", $"function Wait-It {{ process {{ Start-Sleep 600 }} clean {{ $IntegrationContext.Ran += 'function' }} }}\n{Asked}\nWait-It" },
        { "pipeline", $"[CmdletBinding()]param($clientId)\n{Asked}\n1..9 | & {{ process {{ while ($true) {{ }} }} clean {{ $IntegrationContext.Ran += 'pipeline' }} }}" },
        { "block", $"param($clientId)\nprocess {{ {Asked}; while ($true) {{ }} }} clean {{ if ($clientId -ne 'asked') {{ $IntegrationContext.Ran += 'block' }} }}" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Finally_and_clean_run_when_a_caller_cancels(string ran, string body)
    {
        await using var host = new TestHost(static options => options.SessionsPerIntegration = 2);
        var integration = await LoadAsync(host, body);
        using var cancel = new CancellationTokenSource();

        var call = integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken("c1", cancel.Token);
        while (await integration.TokenAsync("asked") == " ")
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Contains(host.Observer.Runs, static run => run.Outcome == RunOutcome.Cancelled);
        Assert.Equal("started " + ran, await integration.TokenAsync("asked"));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Finally_and_clean_run_when_the_time_is_up(string ran, string body)
    {
        await using var host = new TestHost(static options => options.DefaultTimeout = TimeSpan.FromMilliseconds(300));
        var integration = await LoadAsync(host, body);

        await Harness.Calls.FailureAsync(() => integration.TokenAsync());

        Assert.Equal(RunOutcome.TimedOut, host.Observer.Last.Outcome);
        Assert.Equal("started " + ran, await integration.TokenAsync("asked"));
    }

    private static Task<DynamicIntegration> LoadAsync(TestHost host, string body)
        => host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body.StartsWith("function", StringComparison.Ordinal) ? "param($clientId)\n" + body : body));
}
