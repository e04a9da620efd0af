using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Tests.Harness;

/// <summary>Runs a command line in this process, its streams redirected.</summary>
internal static class InProcess
{
    public static async Task<Ran> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var exitCode = await ImmyCommandLine.RunAsync(arguments, CliStreams.Redirected(output, error));
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
