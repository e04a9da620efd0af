using Immy.Typed.Cli.Output;
using Immy.Typed.Help;
using Spectre.Console;

namespace Immy.Typed.Cli.Commands;

/// <summary>Shows the commands to people.</summary>
internal static class CommandText
{
    public static void Write(IAnsiConsole console, IReadOnlyList<CommandHelp> commands)
    {
        foreach (var command in commands.Select(CommandListing.Of))
        {
            console.Write(new Rule($"[bold]{Markup.Escape(command.Name)}[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
            console.WriteLine(command.Summary);
            foreach (var parameter in command.Parameters)
            {
                var mandatory = parameter.IsMandatory ? "" : " [grey](optional)[/]";
                console.Write(new Indented(new Markup($"[bold]-{Markup.Escape(parameter.Name)}[/]{mandatory} [grey]{Markup.Escape(parameter.Type)}[/]  {Markup.Escape(parameter.Summary)}"), 2));
            }

            console.WriteLine();
        }

        console.WriteLine($"{commands.Count} commands, and {ScriptCommands.OfPowerShell().Count} of PowerShell's own. In a script, Get-Help shows the examples.");
    }
}
