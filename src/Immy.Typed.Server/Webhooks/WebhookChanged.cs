using Immy.Typed.Server.ProviderLinks;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Tells a provider link that settings or keys of its webhook were saved.</summary>
[GenerateSerializer, Immutable]
internal sealed record WebhookChanged : LinkNotice
{
    public override void Arrive(Guid link, IServiceProvider services) => services.GetRequiredService<WebhookGates>().Renew(link);
}
