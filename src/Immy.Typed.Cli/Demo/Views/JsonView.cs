using System.Text.Json;
using Immy.Typed.Cli.Demo.Steps;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Output.Json;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Demo.Views;

/// <summary>Shows the walk as one JSON document; what goes wrong is told on standard error as well.</summary>
internal sealed class JsonView(CliStreams streams) : IDemoView
{
    private readonly Messages _messages = new(streams, streams.CreateErrorConsole(), new SecretMask());
    private DemoStart? _start;

    public void Begin(DemoStart start) => _start = start;

    public void Announce(DemoStep step, int number, int total)
    {
    }

    public void Show(StepReport report)
    {
        foreach (var problem in report.Runs.SelectMany(static run => run.Problems))
        {
            _messages.Problem(problem);
        }

        if (report.Answer.Mistake is { } mistake)
        {
            _messages.Error($"{report.Step.Interface}.{report.Step.Block}: {mistake}");
        }
    }

    public void End(IReadOnlyList<StepReport> reports)
    {
        var document = new DemoDocument(
            _start!.Integration.Name,
            [.. _start.Integration.Capabilities.Select(static capability => capability.Name)],
            [.. reports.Select(StepDocument.Of)]);
        streams.Out.WriteLine(JsonSerializer.Serialize(document, JsonOutput.Options(indented: true)));
        streams.Out.Flush();
    }

    public void Refused(IReadOnlyList<ScriptProblem> problems)
    {
        foreach (var problem in problems)
        {
            _messages.Problem(problem);
        }
    }
}
