namespace Immy.Typed.Forms;

/// <summary>Between which numbers a field's value must be.</summary>
/// <param name="Minimum">The least; null without one.</param>
/// <param name="Maximum">The most; null without one.</param>
/// <param name="IsExclusive">True when the limits themselves are refused.</param>
public sealed record FieldRange(decimal? Minimum, decimal? Maximum, bool IsExclusive)
{
    /// <summary>Whether a number is allowed.</summary>
    /// <param name="number">The number.</param>
    public bool Allows(decimal number) => IsExclusive
        ? (Minimum is null || number > Minimum) && (Maximum is null || number < Maximum)
        : (Minimum is null || number >= Minimum) && (Maximum is null || number <= Maximum);

    /// <summary>The limits in words, for example <c>from 1 to 10</c>.</summary>
    public override string ToString() => (Minimum, Maximum, IsExclusive) switch
    {
        ({ } least, { } most, _) => FormattableString.Invariant($"from {least} to {most}"),
        ({ } least, null, true) => FormattableString.Invariant($"more than {least}"),
        ({ } least, null, false) => FormattableString.Invariant($"{least} or more"),
        (null, { } most, true) => FormattableString.Invariant($"less than {most}"),
        (null, { } most, false) => FormattableString.Invariant($"{most} or less"),
        _ => "any number",
    };

    internal static FieldRange? Of(string kind) => kind.ToUpperInvariant() switch
    {
        "POSITIVE" => new(0, null, IsExclusive: true),
        "NONNEGATIVE" => new(0, null, IsExclusive: false),
        "NEGATIVE" => new(null, 0, IsExclusive: true),
        "NONPOSITIVE" => new(null, 0, IsExclusive: false),
        _ => null,
    };
}
