using System.Diagnostics;
using System.Runtime.CompilerServices;
using Immy.Typed.Server.Hosting;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Asks provider links, wherever in the cluster they live.</summary>
internal sealed class LinkCalls(IGrainFactory grains, LinksHere here, IServiceProvider services, ServerStopping stopping)
{
    private static readonly ExecutionContext Apart = EmptyContext();

    /// <summary>Asks a link.</summary>
    /// <exception cref="LinkUnavailableException">The link does not serve; the message says why.</exception>
    /// <exception cref="LinkCallException">A script block of it failed.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(Guid link, LinkRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        using var live = here.TryLease(link);
        var answer = live is null
            ? await grains.GetGrain<IProviderLinkGrain>(link).AskAsync(request, cancellationToken)
            : await LinkAnswers.OfAsync(() => AnswerAsync(live, request, cancellationToken), stopping);
        return answer.Get();
    }

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

    // What a link does belongs neither to the asker's run nor to its web request, wherever the link lives; only the trace goes on.
    private async Task<TAnswer> AnswerAsync<TAnswer>(LiveLink live, LinkRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        var span = Activity.Current;
        ExecutionContext.Restore(Apart);
        Activity.Current = span;
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, request.IsTidying ? CancellationToken.None : stopping.Cut);
        return await request.AnswerAsync(live, services, cut.Token);
    }

    private static ExecutionContext EmptyContext()
    {
        ExecutionContext? empty = null;
        var thread = new Thread(() => empty = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        return empty!;
    }
}
