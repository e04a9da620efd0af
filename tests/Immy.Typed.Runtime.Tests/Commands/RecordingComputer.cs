using Immy.Typed.Computers;

namespace Immy.Typed.Runtime.Tests.Commands;

/// <summary>A computer that keeps what it is asked, and answers as a test says.</summary>
internal sealed class RecordingComputer(string name, Func<ComputerCommand, Task<ComputerResult>> answer) : IComputer
{
    private readonly List<ComputerCommand> _commands = [];

    public RecordingComputer()
        : this("PC-1", static _ => Task.FromResult(new ComputerResult(["done"])))
    {
    }

    public string Name => name;

    public ComputerCommand Last => _commands[^1];

    public Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken)
    {
        _commands.Add(command);
        return answer(command);
    }

    public Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken) => Task.FromResult<object?>(null);
}
