using Immy.Typed.Computers;

namespace Immy.Typed.Server.Computers;

/// <summary>A computer as scripts reach it.</summary>
internal sealed class EndpointComputer(Computer computer, IEndpointCommandRunner runner) : IComputer
{
    public string Name => computer.Name;

    public Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken) => runner.InvokeAsync(computer, command, cancellationToken);

    public Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken) => runner.GetRegistryValueAsync(computer, path, name, cancellationToken);
}
