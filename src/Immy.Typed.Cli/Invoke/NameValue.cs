using Immy.Typed.Cli.CommandLine;

namespace Immy.Typed.Cli.Invoke;

/// <summary>A <c>NAME=VALUE</c> of the command line; the value may hold more equals signs, and may be empty.</summary>
internal sealed record NameValue(string Name, string Value)
{
    /// <exception cref="UsageException">There is no name or no equals sign.</exception>
    public static NameValue Parse(string option, string text, string form, bool isSecret)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text[..equals].Trim() is { Length: > 0 } name
            ? new(name, text[(equals + 1)..])
            : throw new UsageException($"{option} takes {form}{(isSecret ? "; what was given is not shown, since it may be a secret" : $", and '{text}' is not of that form")}.");
    }
}
