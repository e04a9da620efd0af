using Immy.Typed.Computers;
using Immy.Typed.Server.Computers;

namespace Immy.Typed.Server.Demo;

/// <summary>The demo's computers, which exist in memory only: no program of this machine runs.</summary>
internal sealed class DemoRunner(IReadOnlyDictionary<string, InMemoryComputer> computers) : IEndpointCommandRunner
{
    public Task<ComputerResult> InvokeAsync(Computer computer, ComputerCommand command, CancellationToken cancellationToken) => Of(computer).InvokeAsync(command, cancellationToken);

    public Task<object?> GetRegistryValueAsync(Computer computer, string path, string name, CancellationToken cancellationToken)
        => Of(computer).GetRegistryValueAsync(path, name, cancellationToken);

    // One that a visitor adds has nothing installed.
    private InMemoryComputer Of(Computer computer) => computers.GetValueOrDefault(computer.Name) ?? new InMemoryComputer(computer.Name);
}
