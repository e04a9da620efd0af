using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Runs;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Tries a connection: Init and HealthCheck run in sessions of their own, and nothing but the run's record is kept.</summary>
internal sealed class ConnectionTests(IIntegrationLoader loader, ModuleScripts modules, RunLog runs, TimeProvider time)
{
    /// <summary>Tries it.</summary>
    /// <exception cref="IntegrationLoadException">The script does not load.</exception>
    public Task<ConnectionResult> RunAsync(IntegrationType type, LinkForm form, Guid? link, string causedBy, CancellationToken cancellationToken)
        => runs.DoAsync(RunKind.ConnectionTest, type.Name, link, causedBy, run => RunAsync(type, form, link, run, cancellationToken), isWhole: true);

    private async Task<ConnectionResult> RunAsync(IntegrationType type, LinkForm form, Guid? link, RunScope run, CancellationToken cancellationToken)
    {
        var watch = new ConnectionWatch(new RunObserver(runs, link ?? Guid.Empty, time));
        await using var integration = await loader.LoadAsync(new IntegrationSource { Name = type.Name, Script = type.CurrentScript, Modules = await modules.ReadAsync(cancellationToken) }, watch, cancellationToken);
        var (health, message) = await TryAsync(integration, form, cancellationToken);
        if (health is not (LinkHealth.Healthy or LinkHealth.Degraded))
        {
            run.Fail(message ?? "It is not healthy.");
        }

        return new(
            health is LinkHealth.Healthy or LinkHealth.Degraded,
            health,
            message,
            run.Id,
            [.. integration.Warnings.Concat(watch.Problems).Select(ProblemView.Of)],
            [.. watch.Records],
            [.. watch.Requests]);
    }

    private static async Task<(LinkHealth Health, string? Message)> TryAsync(DynamicIntegration integration, LinkForm form, CancellationToken cancellationToken)
    {
        try
        {
            var init = await integration.Provider.Init(form.All, cancellationToken);
            if (!init.IsSuccess)
            {
                return (LinkHealth.Unhealthy, init.Message is { } message ? integration.Mask.Mask(message) : "Init says that it did not succeed, and not why.");
            }

            var result = await integration.Provider.HealthCheck(cancellationToken);
            return (LinkHealths.Of(result.State), result.Message is { } said ? integration.Mask.Mask(said) : null);
        }
        catch (BlockException exception)
        {
            return (LinkHealth.Unhealthy, exception.Message);
        }
    }
}
