using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Immy.Typed.Actions;
using Immy.Typed.Problems;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Runs one action as a run, beside the sessions of its provider link where it has one.</summary>
internal sealed class ActionRunner(IServiceScopeFactory scopes, ActionContexts contexts, ActionScripts scripts, RunLog runs)
{
    /// <summary>Runs it; tells its run, then how it ended.</summary>
    /// <param name="order">The action.</param>
    /// <param name="link">The link that serves it; null when there is none.</param>
    /// <param name="whyNoLink">Why there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<ActionProgress> RunAsync(ActionOrder order, LiveLink? link, ActionLack? whyNoLink, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateUnbounded<ActionProgress>();
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Off the grain's own scheduler, and in one flow: the run's scope would not outlive a yield.
        var work = Task.Run(() => WorkAsync(order, link, whyNoLink, channel.Writer, left.Token), CancellationToken.None);
        try
        {
            await foreach (var progress in channel.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return progress;
            }
        }
        finally
        {
            await left.CancelAsync();
            await work;
        }
    }

    private async Task WorkAsync(ActionOrder order, LiveLink? link, ActionLack? whyNoLink, ChannelWriter<ActionProgress> writer, CancellationToken cancellationToken)
    {
        try
        {
            var action = await FindAsync(order.ActionId, cancellationToken);
            var what = action.DesiredState == DesiredState.Installed ? "Install" : "Uninstall";
            var name = $"{what} {action.SoftwareName} on {action.Session!.Computer!.Name}";
            await runs.DoAsync(RunKind.Action, name, link?.Id, order.CausedBy, async run =>
                writer.TryWrite(new ActionProgress(run.Id, null)) && writer.TryWrite(new ActionProgress(run.Id, await TryAsync(action, link, whyNoLink, run, cancellationToken))), parent: order.ParentRun);
            writer.TryComplete();
        }
        catch (Exception exception)
        {
            writer.TryComplete(exception);
        }
    }

    private async Task<ActionOutcome> TryAsync(MaintenanceAction action, LiveLink? link, ActionLack? whyNoLink, RunScope run, CancellationToken cancellationToken)
    {
        try
        {
            var context = await contexts.OfAsync(action.Session!.Computer!, link, whyNoLink, cancellationToken);
            var outcome = await scripts.RunAsync(action, context, run, cancellationToken);
            if (outcome.State == WorkState.Failed)
            {
                run.Fail(outcome.Error!);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Tell(RunState.Cancelled, "It was stopped.");
            return new(WorkState.Cancelled, null, "It was stopped.");
        }
        catch (Exception exception) when (exception is IntegrationException or LinkUnavailableException)
        {
            run.Fail(exception.Message);
            return new(WorkState.Failed, null, exception.Message);
        }
    }

    private async Task<MaintenanceAction> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().MaintenanceActions.AsNoTracking()
            .Include(static action => action.Session!.Computer!.Tenant).SingleAsync(action => action.Id == id, cancellationToken);
    }
}
