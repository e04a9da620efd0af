namespace Immy.Typed.Conversion;

/// <summary>Why a hashtable or a [pscustomobject] makes no record.</summary>
/// <param name="Unknown">Names that the record does not have.</param>
/// <param name="Missing">Names that it must have, and that are not there or null.</param>
/// <param name="Wrong">Names whose values have another type, each with what it is and what is due.</param>
internal sealed record RecordMismatch(IReadOnlyList<string> Unknown, IReadOnlyList<string> Missing, IReadOnlyList<string> Wrong)
{
    /// <summary>What is wrong, as the middle of a sentence.</summary>
    public override string ToString() => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        if (Unknown.Count > 0)
        {
            yield return $"{List(Unknown)} {(Unknown.Count == 1 ? "is" : "are")} unknown";
        }

        if (Missing.Count > 0)
        {
            yield return $"{List(Missing)} {(Missing.Count == 1 ? "is" : "are")} missing";
        }

        foreach (var field in Wrong)
        {
            yield return field;
        }
    }

    // An object of the remote API may have hundreds.
    private static string List(IReadOnlyList<string> names)
    {
        const int Shown = 8;
        return names.Count <= Shown ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Shown))} and {names.Count - Shown} more";
    }
}
