using F23.StringSimilarity;

namespace Immy.Typed.Problems;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    // Below this share of equal letters a suggestion misleads more than it helps.
    private const double Enough = 0.5;

    /// <summary>The nearest of the candidates in any case, of those that differ by case only the one in the case that was written; null when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var measure = new NormalizedLevenshtein();
        return candidates
            .Select(candidate => (Candidate: candidate, Similarity: Similarity(measure, name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(static pair => pair.Similarity >= Enough)
            .OrderByDescending(static pair => pair.Similarity)
            .ThenByDescending(pair => measure.Similarity(name, pair.Candidate))
            .Select(static pair => pair.Candidate)
            .FirstOrDefault();
    }

    /// <summary>A sentence that offers the nearest name, or lists all of them when none is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists.</param>
    public static string Hint(string name, IReadOnlyCollection<string> candidates) => Of(name, candidates) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Known are: {string.Join(", ", candidates)}.";

    // That two commands have a verb in common says nothing: their nouns must be alike too.
    private static double Similarity(NormalizedLevenshtein measure, string name, string candidate)
    {
        var whole = measure.Similarity(name, candidate);
        return name.IndexOf('-') is > 0 and var verb && candidate.IndexOf('-') is > 0 and var otherVerb
            ? Math.Min(whole, measure.Similarity(name[(verb + 1)..], candidate[(otherVerb + 1)..]))
            : whole;
    }
}
