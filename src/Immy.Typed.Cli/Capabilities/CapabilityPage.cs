using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;

namespace Immy.Typed.Cli.Capabilities;

/// <summary>The page <c>docs/capabilities.md</c>: every interface with its blocks, and a script to begin with.</summary>
internal static class CapabilityPage
{
    private const string Command = "dotnet run --project src/Immy.Typed.Cli -- capabilities --format markdown > docs/capabilities.md";

    // Markdown parts its paragraphs, tables and headings by blank lines.
    private const string BlankLine = "\n\n";

    public static string Of(IReadOnlyList<CapabilityDescriptor> capabilities)
        => string.Join(BlankLine, Introduction().Append(Contents(capabilities)).Concat(capabilities.SelectMany(Chapter))) + "\n";

    private static IEnumerable<string> Introduction()
    {
        yield return "# Capabilities";
        yield return """
            Every interface that an integration can have. An integration gets `IProvider` with `New-DynamicIntegration`, each of the
            others with `Add-DynamicIntegrationCapability`. Each method of an interface is a script block; a block may leave out the
            parameters that it does not need.
            """.ReplaceLineEndings("\n");
        yield return "This page is written from the interfaces' own documentation:";
        yield return $"```sh\n{Command}\n```";
    }

    private static string Contents(IEnumerable<CapabilityDescriptor> capabilities) => Table(
        "| interface | blocks |\n| --- | --- |",
        capabilities.Select(static capability => $"| [{capability.Name}](#{capability.Name.ToLowerInvariant()}) | {string.Join(", ", capability.Blocks.Select(static block => $"`-{block.Name}`"))} |"));

    private static IEnumerable<string> Chapter(CapabilityDescriptor capability) =>
    [
        $"## {capability.Name}",
        .. Text(capability.Summary),
        .. capability.Blocks.SelectMany(Section),
        $"```powershell\n{ScriptSkeleton.Of(capability)}\n```",
    ];

    private static IEnumerable<string> Section(BlockDescriptor block) =>
    [
        $"### `-{block.Name}`{(block.IsMandatory ? "" : " (optional)")}",
        .. Text(block.Summary),
        .. block.Parameters.Count == 0 ? Array.Empty<string>() : [Table("| parameter | type | meaning |\n| --- | --- | --- |", block.Parameters.Select(Row))],
        $"{Written(block)} {MarkdownText.Of(block.Returns)}".TrimEnd(),
    ];

    private static string Row(BlockParameterDescriptor parameter) => parameter.IsArguments
        ? $"| one for each key | | {MarkdownText.Cell(parameter.Summary)} |"
        : $"| `${parameter.Name}` | `{TypeNames.Of(parameter.Type, parameter.IsNullable)}` | {MarkdownText.Cell(parameter.Summary)} |";

    private static string Written(BlockDescriptor block) => block.Shape switch
    {
        ResultShape.Nothing => block.Returns.Length == 0 ? "Writes nothing." : "Writes:",
        ResultShape.List => $"Writes any number of `{TypeNames.Of(block.ResultType, block.IsResultNullable)}`.",
        _ => $"Writes `{TypeNames.Of(block.ResultType, block.IsResultNullable)}`.",
    };

    private static string Table(string head, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(head));

    private static string[] Text(string text) => text.Length == 0 ? [] : [MarkdownText.Of(text)];
}
