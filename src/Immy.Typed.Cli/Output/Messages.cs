using Immy.Typed.Problems;
using Immy.Typed.Secrets;
using Immy.Typed.Streams;
using Spectre.Console;

namespace Immy.Typed.Cli.Output;

/// <summary>Writes messages to standard error, one a line, with the secrets replaced.</summary>
/// <param name="streams">Where standard error is.</param>
/// <param name="console">Standard error as a console; the same one that shows progress, so that the two do not overwrite each other.</param>
/// <param name="secrets">What must not be shown.</param>
internal sealed class Messages(CliStreams streams, IAnsiConsole console, SecretMask secrets)
{
    /// <summary>A failure of this program's own.</summary>
    public void Error(string message) => Write($"error: {message}", "red");

    /// <summary>Something to know that stops nothing.</summary>
    public void Warning(string message) => Write($"warning: {message}", "yellow");

    /// <summary>What is wrong with a script: <c>file(line,col): error IMMYnnn: message</c>.</summary>
    public void Problem(ScriptProblem problem) => Write(problem.ToString(), problem.Severity == ProblemSeverity.Error ? "red" : "yellow");

    /// <summary>What a script wrote.</summary>
    public void Stream(StreamRecord record)
    {
        foreach (var line in record.Message.ReplaceLineEndings("\n").Split('\n'))
        {
            Write($"{StreamLabels.Of(record.Kind)}: {line}", StreamLabels.StyleOf(record.Kind));
        }
    }

    private void Write(string message, string style)
    {
        var line = secrets.Mask(message.ReplaceLineEndings(" "));
        if (streams.IsErrorTerminal)
        {
            // Blanks up to the edge wipe out what the progress has left there.
            console.Write(new Padder(new Text(line, Style.Parse(style)), new Padding(0)) { Expand = true });
        }
        else
        {
            streams.Error.WriteLine(line);
        }
    }
}
