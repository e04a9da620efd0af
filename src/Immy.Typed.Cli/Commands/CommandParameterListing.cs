using System.Management.Automation;
using Immy.Typed.Cli.Output;
using Immy.Typed.Help;

namespace Immy.Typed.Cli.Commands;

/// <summary>One parameter of a command, its type as a script's author knows it.</summary>
internal sealed record CommandParameterListing(string Name, string Type, bool IsMandatory, IReadOnlyList<string> Aliases, string Summary)
{
    public static CommandParameterListing Of(CommandParameterHelp parameter) => new(
        parameter.Name,
        parameter.Type == typeof(SwitchParameter) ? "switch" : TypeNames.Of(parameter.Type),
        parameter.IsMandatory,
        parameter.Aliases,
        parameter.Summary);
}
