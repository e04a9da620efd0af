using Immy.Typed.Integrations;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link while somebody uses it: its integration stays open until this is disposed, whatever is saved meanwhile.</summary>
internal sealed class LiveLink : IDisposable
{
    private readonly OpenIntegration _open;
    private bool _isDisposed;

    private LiveLink(Guid id, OpenIntegration open) => (Id, _open) = (id, open);

    /// <summary>The link's id.</summary>
    public Guid Id { get; }

    /// <summary>The link's name.</summary>
    public string Name => Integration.Name;

    /// <summary>Its integration.</summary>
    public DynamicIntegration Integration => _open.Integration;

    /// <summary>Leases the integration; null when it is closed already.</summary>
    public static LiveLink? TryLease(Guid id, OpenIntegration open) => open.TryLease() ? new LiveLink(id, open) : null;

    /// <summary>One more lease, for work that outlives this one.</summary>
    public LiveLink Again() => new(Id, _open.LeaseWhileLeased());

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
