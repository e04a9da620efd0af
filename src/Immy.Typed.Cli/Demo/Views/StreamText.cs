using System.Globalization;
using Immy.Typed.Cli.Output;
using Immy.Typed.Problems;
using Immy.Typed.Streams;
using Spectre.Console;

namespace Immy.Typed.Cli.Demo.Views;

/// <summary>Shows what a script wrote besides its results: the first records, a line each, and how many more there are.</summary>
internal static class StreamText
{
    private const int FirstRecords = 4;
    private const int Indent = 2;
    private static readonly Style Dimmed = Style.Parse("grey");

    public static void Write(IAnsiConsole console, IReadOnlyList<BlockRun> runs)
    {
        foreach (var problem in runs.SelectMany(static run => run.Problems))
        {
            console.Write(new Indented(new Text(problem.ToString(), Style.Parse(problem.Severity == ProblemSeverity.Error ? "red" : "yellow"))));
        }

        // An error is among the problems, with its place.
        var records = runs.SelectMany(static run => run.Records).Where(static record => record.Kind != StreamKind.Error).ToList();
        foreach (var record in records.Take(FirstRecords))
        {
            var line = $"{StreamLabels.Of(record.Kind)}: {record.Message.ReplaceLineEndings(" ")}";
            console.Write(new Indented(new Text(Shorten(line, console.Profile.Width - Indent), Dimmed), Indent));
        }

        if (records.Count > FirstRecords)
        {
            console.Write(new Indented(new Text(string.Create(CultureInfo.InvariantCulture, $"... and {records.Count - FirstRecords} more"), Dimmed)));
        }
    }
    private static string Shorten(string line, int width) => line.Length <= width ? line : line[..(width - 1)] + "…";
}
