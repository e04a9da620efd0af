using System.CommandLine;
using System.Text.Json;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Output.Json;

namespace Immy.Typed.Cli.Capabilities;

/// <summary><c>immy capabilities</c>: every interface with its blocks, parameters and results.</summary>
internal static class CapabilitiesCommand
{
    public static Command Create(CliStreams streams)
    {
        var format = new FormatOption("table for people, one JSON document, or a page of documentation. Without it: table on a terminal, json when redirected.", OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown);
        var contracts = new ContractsOption();
        var command = new Command("capabilities", "Lists every interface that an integration can have, with its blocks, their parameters and results.") { contracts, format };
        command.SetAction(parsed =>
        {
            var capabilities = contracts.ReadCatalog(parsed).Capabilities;
            switch (format.Read(parsed) ?? (streams.IsOutTerminal ? OutputFormat.Table : OutputFormat.Json))
            {
                case OutputFormat.Table:
                    CapabilityText.Write(streams.CreateOutConsole(), capabilities);
                    break;
                case OutputFormat.Markdown:
                    streams.Out.Write(CapabilityPage.Of(capabilities));
                    break;
                default:
                    streams.Out.WriteLine(JsonSerializer.Serialize(capabilities.Select(CapabilityListing.Of), JsonOutput.Options(indented: true)));
                    break;
            }

            streams.Out.Flush();
            return ExitCodes.Right;
        });
        return command;
    }
}
