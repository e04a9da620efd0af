namespace Immy.Typed.Server.ProviderLinks;

/// <summary>
/// Something asked of a provider link where it lives: values that travel, and the service that answers. A feature adds
/// its own record; the grain knows none of them.
/// </summary>
/// <typeparam name="TAnswer">The answer, which travels back.</typeparam>
[GenerateSerializer, Immutable]
internal abstract record LinkRequest<TAnswer>
{
    /// <summary>True for what leaves things in order, which a server that stops does not cut.</summary>
    public virtual bool IsTidying => false;

    /// <summary>Answers, beside the link's loaded integration.</summary>
    public abstract Task<TAnswer> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken);
}
