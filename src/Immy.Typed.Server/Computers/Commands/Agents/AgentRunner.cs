using Immy.Typed.Computers;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Streams;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Computers;

/// <summary>Runs scripts on computers by RunScript of a provider link whose agent is linked to the computer. Once a script was sent, no other way is tried: it may have run.</summary>
internal sealed class AgentRunner(IServiceScopeFactory scopes, LinkCalls calls)
{
    private const string AsUser = "the script was to run as the signed-in user; by way of an agent it ran as the agent's own account.";

    public async Task<AgentAttempt> TryAsync(Computer computer, ComputerCommand command, CancellationToken cancellationToken)
    {
        var ways = await FindAsync(computer.Id, cancellationToken);
        var reasons = new List<string>();
        foreach (var way in ways)
        {
            if (way.WhyNot() is { } reason)
            {
                reasons.Add(reason);
                continue;
            }

            try
            {
                return new(await RunAsync(way, command, cancellationToken), null, HasAgent: true);
            }
            catch (LinkUnavailableException exception)
            {
                reasons.Add(exception.Reason == LinkUnavailability.LacksCapability ? way.Lacks() : $"The provider link '{way.LinkName}' does not serve: {exception.Message}");
            }
            catch (LinkCallException exception) when (exception.Outcome == RunOutcome.Rejected)
            {
                reasons.Add($"The provider link '{way.LinkName}' took no more calls: {exception.Message}");
            }
            catch (LinkCallException exception)
            {
                return new(new ComputerResult([], $"by way of the agent '{way.Name}' of the provider link '{way.LinkName}': {exception.Message}"), null, HasAgent: true);
            }
        }

        return new(null, ways.Count == 0
            ? "no agent is linked to the computer that could run it. Link one: PUT /api/v1/agents/{agent}/computer, or wait until a sync has listed it and identification has linked it."
            : string.Join(" ", reasons), ways.Any(static way => way.RunsScripts));
    }

    private async Task<ComputerResult> RunAsync(AgentWay way, ComputerCommand command, CancellationToken cancellationToken)
    {
        var envelope = AgentEnvelope.Of(command);
        var run = RunLog.Current;
        int? timeout = command.IsTimeoutGiven ? (int)Math.Ceiling(command.Timeout.TotalSeconds) : null;
        var answer = await calls.AskAsync(way.Link, new RunOnAgent(way.Agent, envelope.Script, timeout, way.ScriptPath(envelope.Name), run?.CausedBy ?? "job", run?.Id), cancellationToken);
        var result = envelope.Open(answer);
        return command.AsUser ? result with { Warnings = [AsUser, .. result.Warnings ?? []] } : result;
    }

    // Those that are surely there come first.
    private async Task<IReadOnlyList<AgentWay>> FindAsync(Guid computer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var found = await database.Agents.AsNoTracking().Where(agent => agent.ComputerId == computer && agent.GoneAt == null)
            .Join(database.ProviderLinks, static agent => agent.ProviderLinkId, static link => link.Id, static (agent, link) => new { Agent = agent, Link = link }).ToListAsync(cancellationToken);
        return [.. found
            .Select(static found => new AgentWay(
                found.Agent.Id, found.Agent.Name, found.Agent.SupportsRunningScripts, found.Agent.SupportsOnlineStatus ? found.Agent.IsOnline : null, found.Agent.OSName,
                found.Link.Id, found.Link.Name, found.Link.IsEnabled, found.Link.ExcludedCapabilities))
            .OrderByDescending(static way => way.IsOnline ?? false).ThenBy(static way => way.LinkName, StringComparer.Ordinal).ThenBy(static way => way.Name, StringComparer.Ordinal)];
    }
}
