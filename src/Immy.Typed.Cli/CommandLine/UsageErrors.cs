using System.CommandLine;
using Immy.Typed.Cli.Invoke;
using Immy.Typed.Problems;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>The parser's errors as sentences that offer the nearest name and quote no secret.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            return parsed.UnmatchedTokens.Select(token => Unmatched(parsed, token)).Distinct();
        }

        // Some of them go over several lines.
        return parsed.Errors
            .Select(static error => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Distinct();
    }

    private static string Unmatched(ParseResult parsed, string token)
    {
        // A blank after the = of --secret turns its value into an argument of its own.
        if (!token.StartsWith('-') && parsed.Tokens.Any(static known => known.Value == InvokeOptions.SecretName))
        {
            return "There is an argument too many; it is not shown, since it may be a secret.";
        }

        var command = parsed.CommandResult.Command;
        var known = token.StartsWith('-') ? command.Options.Select(static option => option.Name) : command.Subcommands.Select(static subcommand => subcommand.Name);
        var nearest = NearestName.Of(token, known);
        return $"Unrecognized command or argument '{token}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}";
    }
}
