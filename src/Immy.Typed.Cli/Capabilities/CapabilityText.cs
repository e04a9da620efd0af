using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;
using Spectre.Console;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>Shows the interfaces to people.</summary>
internal static class CapabilityText
{
    public static void Write(IAnsiConsole console, IReadOnlyList<CapabilityDescriptor> capabilities)
    {
        foreach (var capability in capabilities)
        {
            console.Write(new Rule($"[bold]{Markup.Escape(capability.Name)}[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
            console.WriteLine(capability.Summary);
            foreach (var block in capability.Blocks.Select(BlockListing.Of))
            {
                Write(console, block);
            }

            console.WriteLine();
        }

        console.WriteLine($"{capabilities.Count} interfaces. A script has IProvider by New-DynamicIntegration, each of the others by Add-DynamicIntegrationCapability.");
    }

    private static void Write(IAnsiConsole console, BlockListing block)
    {
        var optional = block.IsMandatory ? "" : " [grey](optional)[/]";
        console.WriteLine();
        console.Write(new Indented(new Markup($"[bold]-{Markup.Escape(block.Name)}[/]{optional} [grey]writes[/] {Markup.Escape(block.Result.Type)}"), 2));
        console.Write(new Indented(new Text(block.Summary), 4));
        if (block.Result.Summary.Length > 0)
        {
            console.Write(new Indented(new Text($"Result: {block.Result.Summary}", Style.Parse("grey")), 4));
        }

        foreach (var parameter in block.Parameters)
        {
            console.Write(new Indented(new Markup($"${Markup.Escape(parameter.Name)} [grey]{Markup.Escape(parameter.Type)}[/]  {Markup.Escape(parameter.Summary)}"), 6));
        }
    }
}
