namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Something that a provider link is told where it lives, whether it serves or not. A feature adds its own record.</summary>
[GenerateSerializer, Immutable]
internal abstract record LinkNotice
{
    /// <summary>Takes notice, at once.</summary>
    public abstract void Arrive(Guid link, IServiceProvider services);
}
