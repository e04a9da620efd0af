using System.Diagnostics;
using Immy.Typed.Actions;
using Immy.Typed.Cli.Capabilities;
using Immy.Typed.Cli.Demo.Steps;
using Immy.Typed.Cli.Demo.Views;
using Immy.Typed.Cli.Scripts;
using Immy.Typed.Integrations;
using Immy.Typed.Integrations.DemoApi;
using Immy.Typed.Modules;
using Immy.Typed.Problems;

namespace Immy.Typed.Cli.Demo;

/// <summary>Takes the bundled integration through its interfaces, one step after the other.</summary>
internal sealed class DemoWalk(SentinelOneDemoOptions options, IDemoView view)
{
    private const string IntegrationName = "SentinelOne";

    private static readonly DemoStep[] Steps =
    [
        new InitStep(),
        new HealthCheckStep(),
        new GetClientsStep(),
        new GetAgentsStep(),
        new GetTenantInstallTokenStep(),
        new GetInventoryScriptStep(),
        new HandleHttpRequestStep(),
    ];

    /// <summary>Walks.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var api = await SentinelOneDemoApi.StartAsync(options, cancellationToken).ConfigureAwait(false);
        await using var host = new ScriptHost(ShippedCapabilities.Catalog);
        var recorder = new RunRecorder();
        try
        {
            var clock = Stopwatch.StartNew();
            await using var integration = await host.Loader.LoadAsync(Source(), recorder, cancellationToken).ConfigureAwait(false);
            view.Begin(new(integration, api, clock.Elapsed));
            var reports = await WalkAsync(new DemoWorld(integration, api), recorder, cancellationToken).ConfigureAwait(false);
            view.End(reports);
            return reports.TrueForAll(static report => report.Outcome == StepOutcome.Ok) ? ExitCodes.Right : ExitCodes.Failed;
        }
        catch (IntegrationLoadException exception)
        {
            view.Refused(exception.Problems);
            return ExitCodes.Failed;
        }
    }

    private static IntegrationSource Source()
    {
        var bundled = new BundledIntegrations();
        return new()
        {
            Name = IntegrationName,
            Script = bundled.Find(IntegrationName)!.Script,
            Modules = bundled.Modules.Aggregate(ModuleLibrary.Empty, static (library, module) => library.With(module.Key, module.Value)),
        };
    }

    private async Task<List<StepReport>> WalkAsync(DemoWorld world, RunRecorder recorder, CancellationToken cancellationToken)
    {
        var reports = new List<StepReport>();
        foreach (var step in Steps)
        {
            view.Announce(step, reports.Count + 1, Steps.Length);
            var report = await TakeAsync(step, world, recorder, cancellationToken).ConfigureAwait(false);
            view.Show(report);
            reports.Add(report);
        }

        return reports;
    }

    private static async Task<StepReport> TakeAsync(DemoStep step, DemoWorld world, RunRecorder recorder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var scope = ActionScope.Begin(new() { Integration = world.Integration, Computer = world.Computer });
            var answer = await step.RunAsync(world, cancellationToken).ConfigureAwait(false);
            return StepReport.Of(step, clock.Elapsed, answer, recorder.Take());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A block's problems are in its run already.
            var mistake = exception is IntegrationException ? null : world.Integration.Mask.Mask(exception.Message);
            return StepReport.Of(step, clock.Elapsed, StepAnswer.None(mistake ?? "the block failed."), recorder.Take());
        }
    }
}
