using Immy.Typed.Server.Clients;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>One provider link at work, somewhere in the cluster: it alone owns the sessions, the context and the jobs of the link.</summary>
internal interface IProviderLinkGrain : IGrainWithGuidKey
{
    /// <summary>Makes sure that the link works: it is loaded and Init has run. Says how it fares.</summary>
    Task<LinkStatus> EnsureAsync();

    /// <summary>Runs HealthCheck now.</summary>
    Task<LinkStatus> CheckHealthAsync();

    /// <summary>Takes over the clients of the remote system.</summary>
    Task<ClientSyncResult> SyncClientsAsync(bool confirmsRemovals);

    /// <summary>Takes what was saved: the new script, values or switch.</summary>
    Task<LinkStatus> ReloadAsync();
}
