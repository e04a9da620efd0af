using Immy.Typed.Integrations;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Told each time that a provider link's script was loaded, before Init: a feature forgets what a capability told that is there no more.</summary>
internal interface ILinkLoaded
{
    /// <summary>Takes notice.</summary>
    Task LoadedAsync(Guid link, DynamicIntegration integration, CancellationToken cancellationToken);
}
