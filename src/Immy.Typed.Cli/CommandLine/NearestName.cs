using F23.StringSimilarity;

namespace Immy.Typed.Cli.CommandLine;

/// <summary>Offers the name that somebody probably meant.</summary>
internal static class NearestName
{
    // Below this share of equal letters a suggestion misleads more than it helps.
    private const double Enough = 0.5;

    /// <summary>The nearest name, or null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var measure = new NormalizedLevenshtein();
        return known
            .Select(candidate => (Name: candidate, Similarity: measure.Similarity(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(static candidate => candidate.Similarity >= Enough)
            .OrderByDescending(static candidate => candidate.Similarity)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>A sentence that offers the nearest name, or lists all of them when none is near.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known)
        => Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known are: {string.Join(", ", known)}.";
}
