using System.CommandLine;
using System.CommandLine.Invocation;
using Immy.Typed.Cli.Backup;
using Immy.Typed.Cli.Capabilities;
using Immy.Typed.Cli.Commands;
using Immy.Typed.Cli.Demo;
using Immy.Typed.Cli.Invoke;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>The whole command line: its commands, and how what goes wrong becomes a message and an exit code.</summary>
internal static class ImmyCommandLine
{
    // A script that does not stop is given up after 5 seconds; that must come first.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, CliStreams streams)
    {
        // An argument that starts with @ is a value here, not a file with more arguments.
        var parsed = Root(streams).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(streams, parsed, UsageErrors.Of(parsed));
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = streams.Out,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTimeout,
            }).ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            return Refuse(streams, parsed, [exception.Message]);
        }
        catch (OutputClosedException)
        {
            // Whoever read the output has enough of it, as in `| head -1`.
            return ExitCodes.Right;
        }
        catch (OperationCanceledException)
        {
            await streams.Error.WriteLineAsync("error: cancelled.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (Exception exception)
        {
            await streams.Error.WriteLineAsync($"error: {(exception is IOException ? "" : exception.GetType().Name + ": ")}{exception.Message}").ConfigureAwait(false);
            return ExitCodes.Failed;
        }
    }

    private static RootCommand Root(CliStreams streams)
    {
        var root = new RootCommand("Runs integration scripts through their typed interfaces.")
        {
            DemoCommand.Create(streams),
            InvokeCommand.Create(streams),
            CapabilitiesCommand.Create(streams),
            CommandsCommand.Create(streams),
            BackupCommands.CreateBackup(streams),
            BackupCommands.CreateRestore(streams),
        };
        DetailedHelp.AddTo(root);
        return root;
    }

    private static int Refuse(CliStreams streams, ParseResult parsed, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            streams.Error.WriteLine($"error: {message}");
        }

        var command = parsed.CommandResult.Command;
        streams.Error.WriteLine($"Run '{(command is RootCommand ? "immy" : $"immy {command.Name}")} --help' for usage.");
        return ExitCodes.WrongUsage;
    }
}
