using Immy.Typed.Computers;

namespace Immy.Typed.Server.Computers;

/// <summary>Runs the blocks of <c>Invoke-ImmyCommand</c> on computers.</summary>
internal interface IEndpointCommandRunner
{
    /// <summary>Runs a script on a computer.</summary>
    /// <returns>What it wrote, and its error when it ended with one: what came before is kept.</returns>
    Task<ComputerResult> InvokeAsync(Computer computer, ComputerCommand command, CancellationToken cancellationToken);

    /// <summary>Reads a value of a computer's registry; null when key or value does not exist.</summary>
    Task<object?> GetRegistryValueAsync(Computer computer, string path, string name, CancellationToken cancellationToken);
}
