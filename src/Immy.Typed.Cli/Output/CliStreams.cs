using System.Text;
using Spectre.Console;

namespace Immy.Typed.Cli.Output;

/// <summary>Where results and messages go: UTF-8 on every system, colours only on a terminal.</summary>
internal sealed class CliStreams : IDisposable
{
    private const int WidthWithoutTerminal = 100;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private CliStreams(TextWriter standardOutput, TextWriter standardError, bool isOutTerminal, bool isErrorTerminal)
    {
        Out = standardOutput;
        Error = standardError;
        IsOutTerminal = isOutTerminal;
        IsErrorTerminal = isErrorTerminal;
    }

    /// <summary>Results.</summary>
    public TextWriter Out { get; }

    /// <summary>Messages, streams of scripts and progress; flushed by itself.</summary>
    public TextWriter Error { get; }

    /// <summary>True when a person looks at <see cref="Out"/>.</summary>
    public bool IsOutTerminal { get; }

    /// <summary>True when a person looks at <see cref="Error"/>.</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>The streams of this process.</summary>
    public static CliStreams OfProcess()
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = Utf8;
        }

        var output = new StreamWriter(PipeStream.OfStandardOutput() ?? Console.OpenStandardOutput(), Utf8, bufferSize: 16 * 1024);
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return new(output, TextWriter.Synchronized(error), !Console.IsOutputRedirected, !Console.IsErrorRedirected);
    }

    /// <summary>Streams that go into writers, as if they were redirected.</summary>
    public static CliStreams Redirected(TextWriter standardOutput, TextWriter standardError)
        => new(standardOutput, TextWriter.Synchronized(standardError), isOutTerminal: false, isErrorTerminal: false);

    /// <summary>A console for tables on <see cref="Out"/>.</summary>
    public IAnsiConsole CreateOutConsole() => CreateConsole(Out, IsOutTerminal);

    /// <summary>A console for messages and progress on <see cref="Error"/>.</summary>
    public IAnsiConsole CreateErrorConsole() => CreateConsole(Error, IsErrorTerminal);

    /// <summary>Writes what is left; a reader that is gone needs none of it.</summary>
    public void Dispose()
    {
        try
        {
            Out.Dispose();
        }
        catch (IOException)
        {
            // Whatever it was, it has been told, or there is nobody to tell.
        }

        Error.Dispose();
    }

    private static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        if (!isTerminal)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }
}
