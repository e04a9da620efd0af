using System.CommandLine;
using Immy.Typed.Cli.Capabilities;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Invoke;

/// <summary>The arguments and options of <c>immy invoke</c>.</summary>
internal sealed class InvokeOptions
{
    public const string ParameterName = "--param";
    public const string SecretName = "--secret";
    public const string ArgumentName = "--arg";
    public const string ModulesName = "--modules";
    public const string ComputerName = "--computer";

    public Argument<string> Script { get; } = new("SCRIPT") { Description = "The file of the integration script." };

    public Argument<string> Block { get; } = new("INTERFACE.BLOCK") { Description = "What to call, such as ISupportsListingClients.GetClients; 'immy capabilities' lists them." };

    public Option<string[]> Parameters { get; } = new(ParameterName)
    {
        Description = "A value of the configuration form: a parameter of Init.",
        HelpName = "NAME=VALUE",
    };

    public Option<string[]> Secrets { get; } = new(SecretName)
    {
        Description = "The same for a value that must not be shown: as it is, from a file (@FILE, without its last line break), or from an environment variable (env:VAR).",
        HelpName = "NAME=VALUE|NAME=@FILE|NAME=env:VAR",
    };

    public Option<string[]> Arguments { get; } = new(ArgumentName)
    {
        Description = "An argument of the block, as JSON; a text needs no quotes. An HttpContext is {\"method\", \"path\", \"query\", \"headers\", \"body\"}.",
        HelpName = "NAME=JSON",
    };

    public Option<string[]> Modules { get; } = new(ModulesName)
    {
        Description = "A folder of module scripts (.psm1, .ps1), besides those that come along. Of two modules with one name the later wins.",
        HelpName = "DIR",
    };

    public Option<string?> Computer { get; } = new(ComputerName)
    {
        Description = "A made-up computer for Invoke-ImmyCommand: a JSON file {\"name\", \"files\", \"programs\", \"registry\"}.",
        HelpName = "FILE",
    };

    public ContractsOption Contracts { get; } = new();

    public FormatOption Format { get; } = new(
        "table for people; one JSON document, a list as one array; or ndjson, a JSON document a line as soon as it is there. Without it: table on a terminal, json when redirected.",
        OutputFormat.Table,
        OutputFormat.Json,
        OutputFormat.Ndjson);

    public Command AddTo(Command command)
    {
        command.Add(Script);
        command.Add(Block);
        command.Add(Parameters);
        command.Add(Secrets);
        command.Add(Arguments);
        command.Add(Modules);
        command.Add(Computer);
        command.Add(Contracts);
        command.Add(Format);
        return command;
    }
}
