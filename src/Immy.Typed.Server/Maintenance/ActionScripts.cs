using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Metascripts;
using Immy.Typed.Problems;
using Immy.Typed.Server.Deployments;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Maintenance;

/// <summary>Finds and runs the script of an action: the software's own, or the one that its provider link offers.</summary>
internal sealed class ActionScripts(IServiceScopeFactory scopes, SoftwareScripts scripts, IMetascriptRunner runner, RunLog runs, TimeProvider time)
{
    private const int MostOutput = 16_384;

    /// <summary>Runs it.</summary>
    public async Task<ActionOutcome> RunAsync(MaintenanceAction action, ActionContext context, RunScope run, CancellationToken cancellationToken)
    {
        if (await FindAsync(action.SoftwareId, cancellationToken) is not { } software)
        {
            return Failed($"The software '{action.SoftwareName}' is gone: it was deleted after the session was planned.");
        }

        if (action.DesiredState == DesiredState.Uninstalled)
        {
            return software.UninstallScript is { } uninstall
                ? await RunAsync(await scripts.OfAsync(software.Name, "Uninstall", uninstall, cancellationToken), context, run, cancellationToken)
                : Failed($"The software '{software.Name}' has no uninstall script. Give it one: PUT /api/v1/software/{software.Id}.");
        }

        return software.InstallScript is { } install ? await RunAsync(await scripts.OfAsync(software.Name, "Install", install, cancellationToken), context, run, cancellationToken)
            : context.Integration is ISupportsAgentPowerShellInstallScript offered ? await RunOfferedAsync(offered, context, run, cancellationToken)
            : Failed($"The software '{software.Name}' has no install script. Give it one: PUT /api/v1/software/{software.Id}.{(context.WhyNoIntegration is { } why ? $" No provider link offers one either: {why.Message} {why.Mend}" : "")}");
    }

    private static ActionOutcome Failed(string error, string? output = null) => new(WorkState.Failed, output, error);

    private async Task<ActionOutcome> RunAsync(Metascript script, ActionContext context, RunScope run, CancellationToken cancellationToken)
    {
        var output = new ActionOutput(MostOutput);
        var observer = new RunObserver(runs, Guid.Empty, time, run.Live);
        BlockRun? block = null;
        try
        {
            await foreach (var written in runner.RunAsync(script, context, observer, cancellationToken))
            {
                output.Add(script.Mask.Mask($"{written}"));
            }
        }
        catch (BlockException exception)
        {
            return Failed(exception.Message, output.ToString());
        }
        finally
        {
            run.Count(output.Count);
            block = observer.Last;
        }

        // An error that the script did not catch, such as a token that was not to be had, must not pass for success.
        var errors = block!.Problems.Where(static problem => problem.Severity == ProblemSeverity.Error).ToList();
        return errors.Count == 0
            ? new(WorkState.Succeeded, output.ToString(), null)
            : Failed(string.Join(Environment.NewLine, errors), output.ToString());
    }

    // It is a script of the computer: none of our commands are in it.
    private static async Task<ActionOutcome> RunOfferedAsync(ISupportsAgentPowerShellInstallScript offered, ActionContext context, RunScope run, CancellationToken cancellationToken)
    {
        if (context.ExternalClientId is not { } client)
        {
            return Failed($"{context.WhyNoClient!.Message} {context.WhyNoClient.Mend}");
        }

        run.Note(RunEventKind.Note, "The provider link offers the install script.");
        var (script, why) = await OfferedScript.GetAsync(offered, context.Integration!.Name, client, cancellationToken);
        if (script is null)
        {
            return Failed(why!);
        }

        var result = await context.Computer!.InvokeAsync(new ComputerCommand { Script = script, Timeout = TimeSpan.FromHours(1), IsTimeoutGiven = true }, cancellationToken);
        foreach (var warning in result.Warnings ?? [])
        {
            run.Note(RunEventKind.Warning, context.Integration.Mask.Mask(warning));
        }

        var output = new ActionOutput(MostOutput);
        result.Output.ToList().ForEach(written => output.Add(context.Integration.Mask.Mask($"{written}")));
        run.Count(output.Count);
        return result.Error is null ? new(WorkState.Succeeded, output.ToString(), null) : Failed($"The install script failed on {context.Computer.Name}: {context.Integration.Mask.Mask(result.Error)}", output.ToString());
    }

    private async Task<SoftwareItem?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Software.AsNoTracking().SingleOrDefaultAsync(software => software.Id == id, cancellationToken);
    }
}
