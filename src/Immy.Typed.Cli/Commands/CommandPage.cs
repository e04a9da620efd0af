using Immy.Typed.Cli.Output;
using Immy.Typed.Help;

namespace Immy.Typed.Cli.Commands;

/// <summary>The page <c>docs/commands.md</c>: every command with its parameters and examples.</summary>
internal static class CommandPage
{
    private const string Command = "dotnet run --project src/Immy.Typed.Cli -- commands --format markdown > docs/commands.md";

    // Markdown parts its paragraphs, tables and headings by blank lines.
    private const string BlankLine = "\n\n";

    public static string Of(IReadOnlyList<CommandHelp> commands)
        => string.Join(BlankLine, Introduction().Append(Contents(commands)).Concat(commands.Select(CommandListing.Of).SelectMany(Chapter)).Concat(OfPowerShell())) + "\n";

    private static IEnumerable<string> Introduction()
    {
        yield return "# Commands";
        yield return """
            Every command that an integration script may call. In a session `Get-Help NAME` shows the same, and a test runs every
            example. The script blocks that `New-DynamicIntegration` and `Add-DynamicIntegrationCapability` take are in
            [capabilities](capabilities.md).
            """.ReplaceLineEndings("\n");
        yield return "This page is written from the commands' own documentation:";
        yield return $"```sh\n{Command}\n```";
    }

    private static string Contents(IEnumerable<CommandHelp> commands) => Table(
        "| command | what it does |\n| --- | --- |",
        commands.Select(static command => $"| [{command.Name}](#{command.Name.ToLowerInvariant()}) | {MarkdownText.Cell(FirstSentence(command.Summary))} |"));

    private static IEnumerable<string> Chapter(CommandListing command) =>
    [
        $"## {command.Name}",
        MarkdownText.Of(command.Summary),
        .. command.Remarks.Length == 0 ? Array.Empty<string>() : [MarkdownText.Of(command.Remarks)],
        .. command.Aliases.Count == 0 ? Array.Empty<string>() : [$"Also known as {Names(command.Aliases)}."],
        .. command.Parameters.Count == 0 ? Array.Empty<string>() : [Table("| parameter | type | meaning |\n| --- | --- | --- |", command.Parameters.Select(Row))],
        .. command.Examples.SelectMany(Example),
    ];

    private static string Row(CommandParameterListing parameter)
        => $"| `-{parameter.Name}`{(parameter.IsMandatory ? "" : " (optional)")} | `{parameter.Type}` | {MarkdownText.Cell(parameter.Summary)}{(parameter.Aliases.Count == 0 ? "" : $" Also {Names(parameter.Aliases.Select(static alias => "-" + alias))}.")} |";

    private static IEnumerable<string> Example(CommandExample example) =>
    [
        .. example.Introduction.Length == 0 ? Array.Empty<string>() : [MarkdownText.Of(example.Introduction)],
        $"```powershell\n{example.Code}\n```",
    ];

    private static IEnumerable<string> OfPowerShell() =>
    [
        "## PowerShell's own commands",
        "They are the real ones, without what reaches the machine; `Get-Help` shows their syntax.",
        Names(ScriptCommands.OfPowerShell()),
    ];

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? text[..(end + 1)] : text;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"`{name}`"));

    private static string Table(string head, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(head));
}
