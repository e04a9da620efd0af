using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Starts the integration with the values of its form.</summary>
internal sealed class InitStep() : DemoStep(nameof(IProvider), nameof(IProvider.Init))
{
    public override string Call => "integration.Provider.Init(form, cancellationToken)   // form: S1Uri, S1ApiKey";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, object?>
        {
            ["S1Uri"] = world.Api.BaseAddress,
            ["S1ApiKey"] = world.Api.ApiToken,
        };
        var result = await world.Integration.Provider.Init(form, cancellationToken).ConfigureAwait(false);
        return StepAnswer.One(result, result.IsSuccess ? null : result.Message ?? "Init did not succeed.");
    }
}
