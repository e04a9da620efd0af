using System.CommandLine;
using Immy.Typed.Cli.Invoke;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>The parser's errors as sentences that quote no secret.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        // A blank after the = of --secret turns its value into an argument of its own.
        var hidden = parsed.Tokens.Any(static token => token.Value == InvokeOptions.SecretName)
            ? parsed.UnmatchedTokens.Where(static token => !token.StartsWith('-')).ToList()
            : [];
        return parsed.Errors
            .Select(error => hidden.Aggregate(error.Message, static (message, token) => message.Replace($"'{token}'", "(not shown: it may be a secret)", StringComparison.Ordinal)))
            .Distinct();
    }
}
