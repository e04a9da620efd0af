using System.Collections;
using System.Globalization;
using Immy.Typed.Cli.Demo.Steps;
using Immy.Typed.Cli.Output;
using Immy.Typed.Problems;
using Spectre.Console;

namespace Immy.Typed.Cli.Demo.Views;

/// <summary>Shows the walk to people, step by step.</summary>
internal sealed class TextView(CliStreams streams) : IDemoView
{
    private const int FirstRows = 5;
    private readonly IAnsiConsole _console = streams.CreateOutConsole();

    public void Begin(DemoStart start)
    {
        var api = start.Api;
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{start.Integration.Name}[/], the bundled integration script, against a demo API at {api.BaseAddress} [grey]({api.Sites.Count} sites, {api.Agents.Count} agents)[/]");
        _console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Loaded in {Milliseconds(start.LoadDuration)}. It implements:");
        _console.Write(new Indented(new Text(string.Join(", ", start.Integration.Capabilities), Style.Parse("grey"))));
        streams.Out.Flush();
    }

    public void Announce(DemoStep step, int number, int total)
    {
        _console.WriteLine();
        _console.Write(new Rule(string.Create(CultureInfo.InvariantCulture, $"[bold]{number}/{total}  {step.Interface}.{step.Block}[/]")) { Justification = Justify.Left, Style = Style.Parse("grey") });
        _console.Write(new Indented(new Text(step.Call, Style.Parse("blue"))));
        streams.Out.Flush();
    }

    public void Show(StepReport report)
    {
        _console.Write(new Indented(new Markup($"{Mark(report.Outcome)}  {Count(report.Answer.Count)}  [grey]{Milliseconds(report.Duration)}[/]")));
        if (report.Answer.Mistake is { } mistake)
        {
            _console.Write(new Indented(new Text(mistake, Style.Parse("red"))));
        }

        ShowResult(report);
        StreamText.Write(_console, report.Runs);
        streams.Out.Flush();
    }

    public void End(IReadOnlyList<StepReport> reports)
    {
        _console.WriteLine();
        _console.Write(new Rule("[bold]Summary[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("grey"))
            .AddColumn("Interface.Block").AddColumn("Outcome").AddColumn(new TableColumn("Results").RightAligned()).AddColumn(new TableColumn("Time").RightAligned());
        foreach (var report in reports)
        {
            table.AddRow(
                new Text($"{report.Step.Interface}.{report.Step.Block}"),
                new Markup(Mark(report.Outcome)),
                new Text(report.Answer.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(Milliseconds(report.Duration)));
        }

        _console.Write(table);
        var wrong = reports.Count(static report => report.Outcome != StepOutcome.Ok);
        _console.MarkupLine(wrong == 0
            ? string.Create(CultureInfo.InvariantCulture, $"[green]All {reports.Count} steps were right.[/]")
            : string.Create(CultureInfo.InvariantCulture, $"[red]{wrong} of {reports.Count} steps were not right.[/]"));
        streams.Out.Flush();
    }

    public void Refused(IReadOnlyList<ScriptProblem> problems)
    {
        foreach (var problem in problems)
        {
            _console.WriteLine(problem.ToString());
        }

        streams.Out.Flush();
    }

    private void ShowResult(StepReport report)
    {
        var table = new RecordTable(new CellText(secrets: null), _console.Profile.Width - 2);
        switch (report.Answer.Result)
        {
            case null:
                break;
            case string text:
                _console.Write(new Indented(new Text(text)));
                break;
            case IList list:
                var shown = list.Cast<object?>().Take(FirstRows).ToList();
                _console.Write(new Indented(table.List(list.GetType().GetGenericArguments()[0], shown, report.Step.Columns, out var leftOut)));
                ShowRest(list.Count - shown.Count, leftOut);
                break;
            case var record:
                _console.Write(new Indented(table.One(record)));
                break;
        }
    }

    private void ShowRest(int more, IReadOnlyList<string> leftOut)
    {
        var notes = new List<string>();
        if (more > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"and {more} more"));
        }

        if (leftOut.Count > 0)
        {
            notes.Add($"with {string.Join(", ", leftOut)}");
        }

        if (notes.Count > 0)
        {
            _console.Write(new Indented(new Text("... " + string.Join(", ", notes), Style.Parse("grey"))));
        }
    }

    private static string Count(int count) => count == 1 ? "1 result" : string.Create(CultureInfo.InvariantCulture, $"{count} results");

    private static string Milliseconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms");

    private static string Mark(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Ok => "[green]✓ ok[/]",
        StepOutcome.Partial => "[yellow]! partial[/]",
        _ => "[red]✗ failed[/]",
    };
}
