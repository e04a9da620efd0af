namespace Immy.Typed.Help;

/// <summary>An example of a cmdlet's documentation.</summary>
/// <param name="Introduction">What it shows; empty where the code says it.</param>
/// <param name="Code">The script, its lines parted by a line feed.</param>
public sealed record CommandExample(string Introduction, string Code)
{
    private const string CodeIndent = "    ";

    /// <summary>The example in an <c>example</c> element's plain text, where lines of code are the indented ones.</summary>
    internal static CommandExample Of(string text)
    {
        var lines = text.Split('\n').ToLookup(static line => line.StartsWith(CodeIndent, StringComparison.Ordinal));
        return new(string.Join('\n', lines[false]), string.Join('\n', lines[true].Select(static line => line[CodeIndent.Length..])));
    }
}
