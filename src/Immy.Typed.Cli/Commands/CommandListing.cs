using Immy.Typed.Help;

namespace Immy.Typed.Cli.Commands;

/// <summary>One command, as <c>immy commands --format json</c> lists it.</summary>
internal sealed record CommandListing(string Name, IReadOnlyList<string> Aliases, string Summary, string Remarks, IReadOnlyList<CommandParameterListing> Parameters, IReadOnlyList<CommandExample> Examples)
{
    public static CommandListing Of(CommandHelp command)
        => new(command.Name, command.Aliases, command.Summary, command.Remarks, [.. command.Parameters.Select(CommandParameterListing.Of)], command.Examples);
}
