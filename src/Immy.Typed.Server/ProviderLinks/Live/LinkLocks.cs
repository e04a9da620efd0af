using System.Collections.Concurrent;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Work of one link that must not overlap with itself, such as a sync. Kept over reloads.</summary>
internal sealed class LinkLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new(StringComparer.Ordinal);

    /// <summary>Waits until nobody else does this work; dispose to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string work, CancellationToken cancellationToken)
    {
        var one = _locks.GetOrAdd(work, static _ => new SemaphoreSlim(1));
        await one.WaitAsync(cancellationToken);
        return new Held(one);
    }

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        private bool _isDisposed;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isDisposed, true))
            {
                one.Release();
            }
        }
    }
}
