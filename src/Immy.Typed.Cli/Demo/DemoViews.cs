using Immy.Typed.Cli.Demo.Views;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Demo;

/// <summary>Makes the view of a format.</summary>
internal static class DemoViews
{
    public static IDemoView Create(OutputFormat format, CliStreams streams) => format == OutputFormat.Json ? new JsonView(streams) : new TextView(streams);
}
