using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>
/// Runs a script block while no other session of the instance runs one under the same name. A block may ask again for
/// a lock that its own session holds; stopping the script ends the wait.
/// </summary>
public abstract class LockingCommand : SessionCommand, IDisposable
{
    // A session has one thread, so what that thread holds is what the session holds.
    [ThreadStatic]
    private static HashSet<SemaphoreSlim>? _held;

    private readonly CancellationTokenSource _stopping = new();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs under the lock.</summary>
    /// <param name="name">The lock's name.</param>
    /// <param name="action">What runs.</param>
    private protected void WithLock(string name, Action action)
    {
        var held = _held ??= [];
        var gate = Instance.Cache.LockOf(name);
        if (held.Contains(gate))
        {
            action();
            return;
        }

        Wait(gate);
        held.Add(gate);
        try
        {
            action();
        }
        finally
        {
            held.Remove(gate);
            gate.Release();
        }
    }

    private void Wait(SemaphoreSlim gate)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, Call?.Stopped ?? CancellationToken.None);
        try
        {
            gate.Wait(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
