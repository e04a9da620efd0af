using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Pooling;

/// <summary>
/// Thousands of calls of all kinds on sessions that are recycled all the time. Each has an argument of its own and one
/// answer that is right. The benchmarks have the same for minutes.
/// </summary>
public sealed class SoakTests
{
    private const int Calls = 3_000;
    private const int Callers = 16;

    private static readonly string Script = Scripts.With("""
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantInstallToken -GetTenantInstallToken {
            param($clientId)
            switch -Wildcard ($clientId) {
                'error-*' { Write-Error "wrong: $clientId" }
                'throw-*' { throw "thrown: $clientId" }
                'wait-*' { Start-Sleep -Seconds 300 }
            }
            "token-$clientId"
        }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsTenantUninstallToken -GetTenantUninstallToken {
            [ScriptTimeout(TimeoutSeconds = 1)] param($clientId) Start-Sleep -Seconds 300
        }
        $Integration | Add-DynamicIntegrationCapability -Interface ISupportsListingAgents -GetAgents {
            param($clientIds) foreach ($n in 1..400) { New-IntegrationAgent -AgentId "$($clientIds[0])/$n" -Name "PC-$n" -ClientId $clientIds[0] -IsOnline $true }
        }
        """);

    [Fact]
    public async Task No_answer_is_lost_doubled_or_anothers_and_no_session_is_left_over()
    {
        await using var host = new TestHost(static options => (options.SessionsPerIntegration, options.Sessions.Calls) = (2, 20));
        DynamicIntegration[] integrations = [await host.LoadAsync(Script, name: "SoakA"), await host.LoadAsync(Script, name: "SoakB")];
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var next = -1;

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < Calls)
            {
                if (await CallAsync(integrations[number / 7 % 2], number) is { } problem)
                {
                    wrong.Enqueue($"{number}: {problem}");
                }
            }
        })));

        Assert.Empty(wrong);
        foreach (var integration in integrations)
        {
            Assert.Equal((0, 0, 0, 0L), (integration.Sessions.Running, integration.Sessions.Waiting, integration.Sessions.Hung, integration.Sessions.Abandoned));
            Assert.InRange(integration.Sessions.Open, 0, 2);
            await integration.DisposeAsync();
            Assert.Equal(0, integration.Sessions.Open);
        }

        Assert.Equal(Calls, host.Observer.Runs.Count);
        await QueueTests.UntilAsync(static () => SessionThreads() == 0);
    }

    // What is wrong with the call of that number; null when it ended as its kind ends.
    private static async Task<string?> CallAsync(DynamicIntegration integration, int number)
    {
        try
        {
            return (number % 500) switch
            {
                0 => $"answered {await integration.As<ISupportsTenantUninstallToken>().GetTenantUninstallToken($"late-{number}", CancellationToken.None)}",
                < 5 => await CancelledAsync(integration, number),
                < 20 => $"answered {await TokenAsync(integration, $"throw-{number}")}",
                < 40 => Compare($"token-error-{number}", await TokenAsync(integration, $"error-{number}")),
                < 45 => Compare($"list-{number}/1", await integration.As<ISupportsListingAgents>().GetAgents([$"list-{number}"], CancellationToken.None).Select(static agent => agent.ExternalAgentId).FirstAsync()),
                < 50 => Compare(
                    string.Join(' ', Enumerable.Range(1, 400).Select(n => $"list-{number}/{n}")),
                    string.Join(' ', await integration.As<ISupportsListingAgents>().GetAgents([$"list-{number}"], CancellationToken.None).Select(static agent => agent.ExternalAgentId).ToListAsync())),
                _ => Compare($"token-plain-{number}", await TokenAsync(integration, $"plain-{number}")),
            };
        }
        catch (BlockException exception)
        {
            return (number % 500, exception.Run.Outcome) is (0, RunOutcome.TimedOut) or ( >= 5 and < 20, RunOutcome.Failed) && (number % 500 == 0 || exception.Message.Contains($"throw-{number}", StringComparison.Ordinal))
                ? null
                : exception.Message;
        }
    }

    private static async Task<string?> CancelledAsync(DynamicIntegration integration, int number)
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(number % 500));
        try
        {
            return $"answered {await integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken($"wait-{number}", cancel.Token)}";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static Task<string> TokenAsync(DynamicIntegration integration, string client)
        => integration.As<ISupportsTenantInstallToken>().GetTenantInstallToken(client, CancellationToken.None);

    private static string? Compare(string due, string answer) => answer == due ? null : $"answered {answer} instead of {due}";

    // Linux shows the first 15 characters of a thread's name.
    private static int SessionThreads() => OperatingSystem.IsLinux()
        ? Directory.GetDirectories("/proc/self/task").Count(static task => NameOf(task).StartsWith("Session of Soak", StringComparison.Ordinal))
        : 0;

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            // It ended in between.
            return "";
        }
    }
}
