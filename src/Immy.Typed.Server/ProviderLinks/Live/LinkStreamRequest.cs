namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Something asked of a provider link that answers with many items, as they come.</summary>
/// <typeparam name="TItem">An item.</typeparam>
[GenerateSerializer, Immutable]
internal abstract record LinkStreamRequest<TItem>
{
    /// <summary>Answers, beside the link's loaded integration.</summary>
    public abstract IAsyncEnumerable<TItem> AnswerAsync(LiveLink link, IServiceProvider services, CancellationToken cancellationToken);
}
