namespace Immy.Typed.Http;

/// <summary>The name of a host, or <c>*.</c> and a name for all hosts below it.</summary>
internal static class HostPattern
{
    public static bool IsValid(string pattern)
        => Uri.CheckHostName(pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern) != UriHostNameType.Unknown;

    public static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
