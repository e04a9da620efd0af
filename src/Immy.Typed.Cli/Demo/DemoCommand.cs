using System.CommandLine;
using Immy.Typed.Cli.CommandLine;
using Immy.Typed.Cli.Output;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Cli.Demo;

/// <summary><c>immy demo</c>: walks the bundled SentinelOne integration against an API on this machine.</summary>
internal static class DemoCommand
{
    private const int MostAgents = 100_000;

    private const string Details = """
        Starts a SentinelOne-like API on a free port of this machine, loads the bundled SentinelOne integration and walks
        it through its interfaces: Init, HealthCheck, GetClients, GetAgents, GetTenantInstallToken, GetInventoryScript and
        a web request that HandleHttpRequest answers.

        Exit codes: 0 every step was right, 1 one was not, 2 wrong usage, 130 cancelled with Ctrl+C.
        """;

    public static Command Create(CliStreams streams)
    {
        var format = new FormatOption("table for people, or one JSON document.", OutputFormat.Table, OutputFormat.Json);
        var agents = new Option<int>("--agents")
        {
            Description = "How many agents the API has.",
            HelpName = "NUMBER",
            DefaultValueFactory = static _ => new SentinelOneDemoOptions().AgentCount,
        };
        agents.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, out var count) && count is >= 1 and <= MostAgents))
            {
                result.AddError($"--agents takes a number from 1 to {MostAgents}, and '{text}' is none.");
            }
        });
        var command = new DetailedCommand("demo", "Walks the bundled SentinelOne integration against an API on this machine.") { Details = Details };
        command.Add(format);
        command.Add(agents);
        command.SetAction((parsed, cancellationToken) => new DemoWalk(
            new SentinelOneDemoOptions { AgentCount = parsed.GetValue(agents) },
            DemoViews.Create(format.Read(parsed) ?? OutputFormat.Table, streams)).RunAsync(cancellationToken));
        return command;
    }
}
