using System.CommandLine;

namespace Immy.Typed.Cli.Output;

/// <summary>The option <c>--format</c>.</summary>
internal sealed class FormatOption : Option<string?>
{
    /// <param name="description">What the formats are, and which is taken without the option.</param>
    /// <param name="formats">The formats that the command knows.</param>
    public FormatOption(string description, params OutputFormat[] formats)
        : base("--format")
    {
        var names = formats.Select(static format => format.ToString().ToLowerInvariant()).ToArray();
        Description = description;
        HelpName = string.Join('|', names);
        AcceptOnlyFromAmong(names);
    }

    /// <summary>The format that was asked for, or null.</summary>
    public OutputFormat? Read(ParseResult parsed) => parsed.GetValue(this) is { } name ? Enum.Parse<OutputFormat>(name, ignoreCase: true) : null;
}
