namespace Immy.Typed.Server.Agents;

/// <summary>How many inventory scripts run at once in this process: linking many clients must not storm all of their computers.</summary>
internal sealed class InventoryThrottle : IDisposable
{
    public const int AtOnce = 4;

    private readonly SemaphoreSlim _places = new(AtOnce);

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
