using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cli.Demo.Steps;

/// <summary>Gets the token with which an installer registers at the first client.</summary>
internal sealed class GetTenantInstallTokenStep() : DemoStep(nameof(ISupportsTenantInstallToken), nameof(ISupportsTenantInstallToken.GetTenantInstallToken))
{
    public override string Call => "((ISupportsTenantInstallToken)integration).GetTenantInstallToken(clientId, cancellationToken)";

    public override async Task<StepAnswer> RunAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        if (world.Clients is not [var client, ..])
        {
            return StepAnswer.None("There is no client to ask for.");
        }

        var integration = (ISupportsTenantInstallToken)(object)world.Integration;
        var token = await integration.GetTenantInstallToken(client.ExternalClientId, cancellationToken).ConfigureAwait(false);
        var site = world.Api.Sites.Single(site => site.Id == client.ExternalClientId);
        return StepAnswer.One(token, token == site.RegistrationToken ? null : $"It is not the registration token of {site.Name}.");
    }
}
