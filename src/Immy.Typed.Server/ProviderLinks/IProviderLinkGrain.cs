namespace Immy.Typed.Server.ProviderLinks;

/// <summary>One provider link at work, somewhere in the cluster: it alone owns the sessions, the context and the jobs of the link.</summary>
internal interface IProviderLinkGrain : IGrainWithGuidKey
{
    /// <summary>Makes sure that the link is awake, or wakes up; does not wait for it.</summary>
    Task WakeAsync();

    /// <summary>Makes sure that the link works: it is loaded and Init has run. Says how it fares.</summary>
    Task<LinkStatus> EnsureAsync();

    /// <summary>Runs HealthCheck now.</summary>
    Task<LinkStatus> CheckHealthAsync();

    /// <summary>Takes what was saved: the new script, values or switch. Calls that run go on with what they began with.</summary>
    Task<LinkStatus> ReloadAsync();

    /// <summary>Tells the link something, whether it serves or not.</summary>
    Task TellAsync(LinkNotice notice);

    /// <summary>Asks the link something.</summary>
    Task<LinkAnswer<TAnswer>> AskAsync<TAnswer>(LinkRequest<TAnswer> request, CancellationToken cancellationToken);

    /// <summary>Asks the link for many items.</summary>
    IAsyncEnumerable<LinkAnswer<TItem>> StreamAsync<TItem>(LinkStreamRequest<TItem> request, CancellationToken cancellationToken);
}
