using System.CommandLine;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>A command with more to say in its own help than in the list of commands.</summary>
internal sealed class DetailedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Exit codes and examples.</summary>
    public required string Details { get; init; }
}
