using Immy.Typed.Computers;

namespace Immy.Typed.Runtime.Tests.Capabilities.Harness;

/// <summary>A computer that does not answer while it is held.</summary>
internal sealed class SleepingComputer(IComputer computer) : IComputer
{
    public HeldRequest? Held { get; set; }

    public string Name => computer.Name;

    public async Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken)
    {
        if (Held is { } held)
        {
            Held = null;
            await held.WaitAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return await computer.InvokeAsync(command, cancellationToken);
    }

    public Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken) => computer.GetRegistryValueAsync(path, name, cancellationToken);
}
