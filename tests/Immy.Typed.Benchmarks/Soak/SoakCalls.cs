using System.Globalization;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Benchmarks.Soak;

/// <summary>The kinds of calls of a soak, each with an argument that nobody else uses and with the one answer that is right.</summary>
internal sealed class SoakCalls(SoakTally tally)
{
    /// <summary>Makes the call of that number; most of them are plain, and a few end in each other way.</summary>
    public Task CallAsync(DynamicIntegration integration, int number) => (number % 1000) switch
    {
        0 => TimesOutAsync(integration, number),
        < 10 => CancelledAsync(integration, number),
        < 30 => EndsAsync(integration, "throw", number, RunOutcome.Failed),
        < 50 => AnswersAsync(integration, "error", number),
        < 60 => LeavesEarlyAsync(integration, number),
        < 70 => ListsAsync(integration, number),
        _ => AnswersAsync(integration, "plain", number),
    };

    private async Task AnswersAsync(DynamicIntegration integration, string kind, int number)
    {
        var argument = Argument(kind, number);
        try
        {
            Judge(kind, await Token(integration).GetTenantInstallToken(argument, CancellationToken.None) is var answer && answer == $"token-{argument}", answer);
        }
        catch (Exception exception)
        {
            tally.Fail(kind, exception.ToString());
        }
    }

    private async Task EndsAsync(DynamicIntegration integration, string kind, int number, RunOutcome outcome)
    {
        var argument = Argument(kind, number);
        try
        {
            tally.Fail(kind, $"answered {await Token(integration).GetTenantInstallToken(argument, CancellationToken.None)}");
        }
        catch (BlockException exception)
        {
            Judge(kind, exception.Run.Outcome == outcome && exception.Message.Contains($": {argument}", StringComparison.Ordinal), exception.Message);
        }
    }

    private async Task TimesOutAsync(DynamicIntegration integration, int number)
    {
        try
        {
            tally.Fail("time-out", $"answered {await ((ISupportsTenantUninstallToken)(object)integration).GetTenantUninstallToken(Argument("late", number), CancellationToken.None)}");
        }
        catch (BlockException exception)
        {
            Judge("time-out", exception.Run.Outcome == RunOutcome.TimedOut, exception.Message);
        }
    }

    private async Task CancelledAsync(DynamicIntegration integration, int number)
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(number % 20));
        try
        {
            tally.Fail("cancelled", $"answered {await Token(integration).GetTenantInstallToken(Argument("wait", number), cancel.Token)}");
        }
        catch (OperationCanceledException)
        {
            tally.Right("cancelled");
        }
        catch (Exception exception)
        {
            tally.Fail("cancelled", exception.ToString());
        }
    }

    private async Task LeavesEarlyAsync(DynamicIntegration integration, int number)
    {
        var client = Argument("left", number);
        await foreach (var agent in Agents(integration, client))
        {
            Judge("list, left early", agent.ExternalAgentId == $"{client}/1", agent.ExternalAgentId);
            break;
        }
    }

    private async Task ListsAsync(DynamicIntegration integration, int number)
    {
        var client = Argument("list", number);
        var seen = 0;
        var wrong = "";
        await foreach (var agent in Agents(integration, client))
        {
            var due = string.Create(CultureInfo.InvariantCulture, $"{client}/{++seen}");
            wrong = agent.ExternalAgentId == due ? wrong : $"{agent.ExternalAgentId} instead of {due}";
        }

        Judge("list", seen == 600 && wrong.Length == 0, $"{seen} agents {wrong}");
    }

    private void Judge(string kind, bool isRight, string what)
    {
        if (isRight)
        {
            tally.Right(kind);
        }
        else
        {
            tally.Fail(kind, what);
        }
    }

    private static string Argument(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private static ISupportsTenantInstallToken Token(DynamicIntegration integration) => (ISupportsTenantInstallToken)(object)integration;

    private static IAsyncEnumerable<Immybot.Backend.Domain.Providers.IProviderAgentDetails> Agents(DynamicIntegration integration, string client)
        => ((ISupportsListingAgents)(object)integration).GetAgents([client], CancellationToken.None);
}
