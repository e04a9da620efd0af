using Immy.Typed.Integrations;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link while somebody uses it: its integration stays open until this is disposed, whatever is saved meanwhile.</summary>
internal sealed class LiveLink : IDisposable
{
    private readonly OpenIntegration _open;
    private readonly LinkLocks _locks;
    private bool _isDisposed;

    private LiveLink(Guid id, OpenIntegration open, LinkLocks locks) => (Id, _open, _locks) = (id, open, locks);

    /// <summary>The link's id.</summary>
    public Guid Id { get; }

    /// <summary>The link's name.</summary>
    public string Name => Integration.Name;

    /// <summary>Its integration.</summary>
    public DynamicIntegration Integration => _open.Integration;

    /// <summary>Leases the integration; null when it is closed already.</summary>
    public static LiveLink? TryLease(Guid id, OpenIntegration open, LinkLocks locks) => open.TryLease() ? new LiveLink(id, open, locks) : null;

    /// <summary>One more lease, for work that outlives this one.</summary>
    public LiveLink Again() => new(Id, _open.LeaseWhileLeased(), _locks);

    /// <summary>Waits until nobody else does this work for the link; dispose to let the next one in.</summary>
    /// <param name="work">The work, such as <c>clients</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IDisposable> AloneAsync(string work, CancellationToken cancellationToken) => _locks.EnterAsync(work, cancellationToken);

    /// <summary>The integration as one of its capabilities.</summary>
    /// <typeparam name="T">The capability's interface.</typeparam>
    /// <exception cref="LinkUnavailableException">The script does not add it, or it is excluded here.</exception>
    public T Require<T>()
        where T : class
        => (object)Integration as T ?? throw Lacks(Name, typeof(T).Name);

    public static LinkUnavailableException Lacks(string name, string capability) => new(
        LinkUnavailability.LacksCapability, $"The provider link '{name}' does not have {capability}: its script does not add it, or an administrator excluded it for this link.");

    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true))
        {
            _open.Release();
        }
    }
}
