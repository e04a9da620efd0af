using System.CommandLine;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Invoke;

/// <summary><c>immy invoke</c>: loads a script, runs its Init and calls one block.</summary>
internal static class InvokeCommand
{
    private const string Details = """
        Results go to standard output, everything else to standard error.

        Exit codes: 0 right, 1 the script or its contract failed, 2 wrong usage, 3 partial: some records were
        refused, 130 cancelled with Ctrl+C.

        Examples:
          immy invoke S1.ps1 IProvider.Init --param S1Uri=https://example.net --secret S1ApiKey=env:S1_KEY
          immy invoke S1.ps1 ISupportsListingAgents.GetAgents --param S1Uri=https://example.net \
            --secret S1ApiKey=@key.txt --arg 'clientIds=["1","2"]' --format ndjson
        """;

    public static Command Create(CliStreams streams)
    {
        var options = new InvokeOptions();
        var command = options.AddTo(new DetailedCommand("invoke", "Loads an integration script, runs its Init and calls one block.") { Details = Details });
        command.SetAction((parsed, cancellationToken) => new Invocation(InvokeRequest.Read(parsed, options, streams), streams).RunAsync(cancellationToken));
        return command;
    }
}
