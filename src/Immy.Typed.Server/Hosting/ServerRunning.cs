namespace Immy.Typed.Server.Hosting;

/// <summary>Lets services that work by themselves wait until everything has started, the cluster included.</summary>
internal sealed class ServerRunning
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerRunning(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(_started.SetResult);

    /// <summary>Waits.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _started.Task.WaitAsync(cancellationToken);
}
