using System.Runtime.CompilerServices;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Asks provider links, wherever in the cluster they live.</summary>
internal sealed class LinkCalls(IGrainFactory grains)
{
    /// <summary>Asks a link.</summary>
    /// <exception cref="LinkUnavailableException">The link does not serve; the message says why.</exception>
    /// <exception cref="LinkCallException">A script block of it failed.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(Guid link, LinkRequest<TAnswer> request, CancellationToken cancellationToken)
        => (await grains.GetGrain<IProviderLinkGrain>(link).AskAsync(request, cancellationToken)).Get();

    /// <summary>Asks a link for many items, which arrive as the script writes them.</summary>
    /// <exception cref="LinkUnavailableException">The link does not serve; the message says why.</exception>
    /// <exception cref="LinkCallException">A script block of it failed, perhaps after some items.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync<TItem>(Guid link, LinkStreamRequest<TItem> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in grains.GetGrain<IProviderLinkGrain>(link).StreamAsync(request, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return answer.Get();
        }
    }
}
