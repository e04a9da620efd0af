using System.Collections.Concurrent;
using Immy.Typed.Actions;
using Immy.Typed.Hosting;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Software;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Does a maintenance session: its agents kept quiet, its actions one after the other, each where its provider link lives.</summary>
internal sealed partial class MaintenanceRunner(MaintenanceStore store, MaintenanceModes modes, LinkCalls calls, ActionRunner actions, RunLog runs, ServerStopping stopping, IOptions<ImmyTypedOptions> limits, ILogger<MaintenanceRunner> logger)
{
    // Another machine of the cluster cannot stop the work of this one; it writes the wish down.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestMode = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<Guid, bool> _running = [];

    /// <summary>Whether this process does it.</summary>
    public bool IsRunning(Guid session) => _running.ContainsKey(session);

    /// <summary>Begins it as a run, whose id is returned.</summary>
    public Guid Start(MaintenanceSession session, string computer)
    {
        _running[session.Id] = true;
        return runs.Start(RunKind.Maintenance, $"Maintenance of {computer}", link: null, session.CausedBy, async (run, stopped) =>
        {
            try
            {
                await RunAsync(session.Id, run, stopped);
            }
            finally
            {
                _running.TryRemove(session.Id, out _);
            }
        });
    }

    private async Task RunAsync(Guid id, RunScope run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var session = await store.BeginAsync(id, run.Id);
        var watch = WatchAsync(id, stop);
        IReadOnlyList<string> left = [];
        try
        {
            var duration = limits.Value.MetascriptTimeout * session.Actions.Count;
            await modes.BeginAsync(session, duration < LongestMode ? duration : LongestMode, run, stop.Token);
            foreach (var action in session.Actions.OrderBy(static action => action.Number))
            {
                stop.Token.ThrowIfCancellationRequested();
                await RunAsync(action, session.CausedBy, run, stop.Token);
            }
        }
        finally
        {
            var isStopped = stop.IsCancellationRequested;
            await stop.CancelAsync();
            await watch;

            // Whatever happened: an agent must not stay quiet. Nor may the wish to stop stop this.
            left = await modes.EndAsync(id, session.CausedBy, run.Id, CancellationToken.None);
            await EndAsync(session, isStopped, left, run);
        }
    }

    private async Task RunAsync(MaintenanceAction action, string causedBy, RunScope run, CancellationToken cancellationToken)
    {
        var choice = await store.ChooseLinkAsync(action, cancellationToken);
        await store.SaveAsync(action, saved => (saved.State, saved.StartedAt, saved.ProviderLinkId) = (WorkState.Running, store.Now, choice.LinkId));
        var order = new ActionOrder(action.Id, causedBy, run.Id);
        ActionOutcome? outcome = null;
        try
        {
            outcome = await FollowAsync(action, choice, order, cancellationToken);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or LinkUnavailableException { Reason: LinkUnavailability.Stopping })
        {
            outcome = new(WorkState.Cancelled, null, "It was stopped.");
        }
        catch (Exception exception)
        {
            // The machine where the link lived may have gone; the other actions go on.
            outcome = new(WorkState.Failed, null, exception.Message);
        }

        outcome = outcome.State == WorkState.Cancelled && stopping.IsCut ? new(WorkState.Interrupted, outcome.Output, stopping.Why) : outcome;
        await store.SaveAsync(action, saved => (saved.State, saved.EndedAt, saved.Output, saved.Error) = (outcome.State, store.Now, outcome.Output, outcome.Error));
        run.Note(outcome.State == WorkState.Succeeded ? RunEventKind.Note : RunEventKind.Error, $"{action.Number}. {action.SoftwareName}, {action.DesiredState}: {outcome.State}.{(outcome.Error is null ? "" : $" {outcome.Error}")}");
    }

    // A link that does not serve does not keep the script from running: only its tokens are missing, and say why.
    private async Task<ActionOutcome> FollowAsync(MaintenanceAction action, LinkChoice choice, ActionOrder order, CancellationToken cancellationToken)
    {
        var why = choice.Why;
        if (choice.LinkId is { } link)
        {
            try
            {
                return await FollowAsync(action, calls.StreamAsync(link, new RunAction(order), cancellationToken), cancellationToken);
            }
            catch (LinkUnavailableException exception) when (exception.Reason != LinkUnavailability.Stopping)
            {
                why = new ActionLack($"The provider link '{choice.Name}' does not serve.", exception.Message);
            }
        }

        return await FollowAsync(action, actions.RunAsync(order, link: null, why, cancellationToken), cancellationToken);
    }

    private async Task<ActionOutcome> FollowAsync(MaintenanceAction action, IAsyncEnumerable<ActionProgress> progress, CancellationToken cancellationToken)
    {
        ActionOutcome? outcome = null;
        await foreach (var step in progress.WithCancellation(cancellationToken))
        {
            outcome = step.Outcome;
            if (outcome is null)
            {
                await store.SaveAsync(action, saved => saved.RunId = step.RunId);
            }
        }

        return outcome ?? new(WorkState.Failed, null, "It ended without an outcome: the machine that ran it went away.");
    }

    private async Task EndAsync(MaintenanceSession session, bool isStopped, IReadOnlyList<string> left, RunScope run)
    {
        var failed = session.Actions.Count(static action => action.State != WorkState.Succeeded);
        var isCut = isStopped && stopping.IsCut;
        var state = isCut ? WorkState.Interrupted : isStopped ? WorkState.Cancelled : failed > 0 ? WorkState.Failed : WorkState.Succeeded;
        string[] lines = [.. isCut ? [$"{stopping.Why} Run it again: what is done already is done once more."] : isStopped ? ["It was stopped."] : failed > 0 ? new[] { $"{failed} of {session.Actions.Count} actions failed." } : [], .. left];
        var message = lines.Length == 0 ? null : string.Join(Environment.NewLine, lines);
        await store.EndAsync(session.Id, state, message);
        run.Count(session.Actions.Count - failed);
        switch (state)
        {
            case WorkState.Failed:
                run.Fail(message!);
                break;
            case WorkState.Interrupted:
                run.Tell(RunState.Interrupted, message);
                break;
            case WorkState.Cancelled:
                run.Tell(RunState.Cancelled, message);
                break;
            default:
                run.Tell(left.Count == 0 ? RunState.Ok : RunState.Partial, message);
                break;
        }
    }

    private async Task WatchAsync(Guid id, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Look, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!stop.IsCancellationRequested && await store.IsStopWantedAsync(id))
                {
                    await stop.CancelAsync();
                }
            }
            catch (Exception exception)
            {
                // The database may be away for a while; the session goes on.
                LogCannotLook(exception, id);
            }
        }
    }

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Whether the maintenance session {Id} is to be stopped cannot be read; it is looked again in a second.")]
    private partial void LogCannotLook(Exception exception, Guid id);
}
