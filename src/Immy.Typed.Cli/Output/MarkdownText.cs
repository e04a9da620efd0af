using System.Text;

namespace Immy.Typed.Cli.Output;

/// <summary>Documentation's plain text as Markdown. Lines that begin with a dash are items of a list, indented ones are code.</summary>
internal static class MarkdownText
{
    private const string Code = "    ";

    public static string Of(string text)
    {
        var page = new StringBuilder();
        var before = "";
        foreach (var line in text.Split('\n'))
        {
            // A blank line ends a paragraph; items and lines of code stay together.
            var isTogether = before.Length > 0 && Kind(before) == Kind(line) && Kind(line) != ' ';
            page.Append(before.Length == 0 ? "" : isTogether ? "\n" : "\n\n").Append(Kind(line) == 'c' ? line : Escape(line));
            before = line;
        }

        return page.ToString();
    }

    /// <summary>The text in one cell of a table.</summary>
    public static string Cell(string text) => Escape(text).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    private static char Kind(string line) => line.StartsWith(Code, StringComparison.Ordinal) ? 'c' : line.StartsWith("- ", StringComparison.Ordinal) ? '-' : ' ';

    private static string Escape(string text) => text
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("](", "]\\(", StringComparison.Ordinal);
}
