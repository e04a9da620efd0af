using Immy.Typed.Cli.Output;
using Spectre.Console;

namespace Immy.Typed.Cli.Invoke;

/// <summary>Shows on a terminal that the script works, and how far it is.</summary>
/// <param name="console">Standard error.</param>
/// <param name="isShown">False where nobody looks, or where results appear on the same terminal.</param>
internal sealed class CallProgress(IAnsiConsole console, bool isShown)
{
    private string _title = "";
    private ProgressTask? _task;

    /// <summary>Progress where it does not mix with results.</summary>
    public static CallProgress For(CliStreams streams, IAnsiConsole console, OutputFormat format)
        => new(console, streams.IsErrorTerminal && (!streams.IsOutTerminal || format == OutputFormat.Table));

    public Task RunAsync(string title, Func<Task> work)
    {
        if (!isShown)
        {
            return work();
        }

        _title = Markup.Escape(title);
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                _task = context.AddTask(_title);
                _task.IsIndeterminate = true;
                await work().ConfigureAwait(false);
            });
    }

    /// <summary>So many records have arrived.</summary>
    public void Count(int records) => Describe($"{_title} [grey]{(records == 1 ? "1 record" : $"{records} records")}[/]");

    /// <summary>What the script says of its progress.</summary>
    public void Tell(string status, int? percent)
    {
        Describe($"{_title} [grey]{Markup.Escape(status)}[/]");
        if (_task is not null && percent is { } value)
        {
            _task.IsIndeterminate = false;
            _task.Value = value;
        }
    }

    private void Describe(string description)
    {
        if (_task is not null)
        {
            _task.Description = description;
        }
    }
}
