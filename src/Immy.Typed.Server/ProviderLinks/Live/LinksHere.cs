using System.Collections.Concurrent;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>The links that live in this process and serve: who asks one of them from here need not go through the cluster.</summary>
internal sealed class LinksHere
{
    private readonly ConcurrentDictionary<Guid, (OpenIntegration Open, LinkLocks Locks)> _links = new();

    /// <summary>The link serves with this integration from now on.</summary>
    public void Serve(Guid link, OpenIntegration open, LinkLocks locks) => _links[link] = (open, locks);

    /// <summary>The link does not serve now; its grain knows why.</summary>
    public void Withdraw(Guid link) => _links.TryRemove(link, out _);

    /// <summary>Leases the link's integration; null when the grain is to be asked.</summary>
    public LiveLink? TryLease(Guid link) => _links.TryGetValue(link, out var here) ? LiveLink.TryLease(link, here.Open, here.Locks) : null;
}
