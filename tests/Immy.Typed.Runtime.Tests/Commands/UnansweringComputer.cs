using Immy.Typed.Computers;

namespace Immy.Typed.Runtime.Tests.Commands;

/// <summary>A computer that gives up as soon as it is cancelled, well before the session hears of it.</summary>
internal sealed class UnansweringComputer(TaskCompletionSource asked) : IComputer
{
    public string Name => "PC-1";

    public async Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken)
    {
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // What is registered last is told first: whoever else stops the script waits until this returns.
        using var registration = cancellationToken.Register(() =>
        {
            given.SetCanceled(cancellationToken);
            Thread.Sleep(TimeSpan.FromMilliseconds(500));
        });
        asked.SetResult();
        await given.Task;
        return new([]);
    }

    public Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken) => Task.FromResult<object?>(null);
}
