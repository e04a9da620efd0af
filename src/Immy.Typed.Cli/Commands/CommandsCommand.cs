using System.CommandLine;
using System.Text.Json;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Output.Json;
using Immy.Typed.Help;

namespace Immy.Typed.Cli.Commands;

/// <summary><c>immy commands</c>: every command that an integration script may call.</summary>
internal static class CommandsCommand
{
    public static Command Create(CliStreams streams)
    {
        var format = new FormatOption("table for people, one JSON document, or a page of documentation. Without it: table on a terminal, json when redirected.", OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown);
        var command = new Command("commands", "Lists every command that an integration script may call, with its parameters and examples.") { format };
        command.SetAction(parsed =>
        {
            var commands = ScriptCommands.List();
            switch (format.Read(parsed) ?? (streams.IsOutTerminal ? OutputFormat.Table : OutputFormat.Json))
            {
                case OutputFormat.Table:
                    CommandText.Write(streams.CreateOutConsole(), commands);
                    break;
                case OutputFormat.Markdown:
                    streams.Out.Write(CommandPage.Of(commands));
                    break;
                default:
                    streams.Out.WriteLine(JsonSerializer.Serialize(commands.Select(CommandListing.Of), JsonOutput.Options(indented: true)));
                    break;
            }

            streams.Out.Flush();
            return ExitCodes.Right;
        });
        return command;
    }
}
