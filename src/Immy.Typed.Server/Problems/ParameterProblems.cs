using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace Immy.Typed.Server.Problems;

/// <summary>Says which parameter of a request's address cannot be read, and what it must be.</summary>
internal static partial class ParameterProblems
{
    private const string NeedsBody = "The request needs a body. " + StatusAnswers.JsonIsExpected + " Its fields are at /reference.";

    /// <summary>The parameter and the message; null when the framework complains of something else.</summary>
    public static (string Name, string Message)? Of(string complaint, Endpoint? endpoint)
    {
        if (Missing.Match(complaint) is { Success: true } missing)
        {
            return missing.Groups["source"].Value == "query string" ? (Camel(missing.Groups["name"].Value), $"Send {Camel(missing.Groups["name"].Value)} in the address: ?{Camel(missing.Groups["name"].Value)}=...") : ("body", NeedsBody);
        }

        if (complaint.StartsWith("Implicit body inferred", StringComparison.Ordinal))
        {
            return ("body", NeedsBody);
        }

        if (Complaint.Match(complaint) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        var type = endpoint?.Metadata.OfType<IParameterBindingMetadata>()
            .FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.ParameterInfo.ParameterType;
        return Wrong(name, match.Groups["value"].Value, type is null ? null : Nullable.GetUnderlyingType(type) ?? type, match.Groups["type"].Value);
    }

    /// <summary>Says of a parameter what it is and what it must be.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="type">What it must be; null where only its name is known.</param>
    /// <param name="written">The type's name, as the framework writes it.</param>
    public static (string Name, string Message) Wrong(string name, string value, Type? type, string written = "")
        => (Camel(name), $"{Camel(name)} is '{value}'. Send {Words(type, written)}.");

    [GeneratedRegex("^Failed to bind parameter \"(?<type>.+) (?<name>[^ ]+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex Complaint { get; }

    [GeneratedRegex("^Required parameter \".+ (?<name>[^ ]+)\" was not provided from (?<source>body|query string)\\.$")]
    private static partial Regex Missing { get; }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Words(Type? type, string written)
        => type is { IsEnum: true } ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : type == typeof(bool) || written.Contains("bool", StringComparison.Ordinal) ? "true or false"
            : type == typeof(Guid) || written.Contains("Guid", StringComparison.Ordinal) ? "an id, as another answer gave it"
            : type == typeof(DateTimeOffset) || written.Contains("DateTime", StringComparison.Ordinal) ? "a time such as 2026-11-25T08:00:00Z"
            : type == typeof(int) || type == typeof(long) || written.Contains("int", StringComparison.Ordinal) || written.Contains("long", StringComparison.Ordinal) ? "a whole number"
            : $"a {written}";
}
