using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Asks the integration whether it is well.</summary>
internal sealed class HealthCheckStep() : DemoStep(nameof(IProvider), nameof(IProvider.HealthCheck))
{
    public override string Call => "integration.Provider.HealthCheck(cancellationToken)";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var health = await world.Integration.Provider.HealthCheck(cancellationToken).ConfigureAwait(false);
        return StepAnswer.One(health, health.State == HealthState.Healthy ? null : health.Message ?? "The integration is not healthy.");
    }
}
