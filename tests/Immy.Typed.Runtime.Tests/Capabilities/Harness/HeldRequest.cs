namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>Something remote that never answers, so that the block which waits for it can be cancelled.</summary>
internal sealed class HeldRequest
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the script waits.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Done when the script no longer waits, as the remote side sees it.</summary>
    public Task Abandoned => _abandoned.Task;

    /// <summary>Waits, on the remote side, until whoever asked goes away.</summary>
    public async Task WaitAsync(CancellationToken abandoned)
    {
        using var registration = abandoned.Register(_abandoned.SetResult);
        _arrived.SetResult();
        await _abandoned.Task;
    }
}
