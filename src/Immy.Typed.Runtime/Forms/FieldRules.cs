namespace Immy.Typed.Forms;

/// <summary>What a field's value must be besides its type; of a list, each of its values.</summary>
public sealed record FieldRules
{
    /// <summary>The rules of a field that has none.</summary>
    public static FieldRules None { get; } = new();

    /// <summary>Between which numbers it must be: <c>[ValidateRange]</c>.</summary>
    public FieldRange? Range { get; init; }

    /// <summary>The .NET regular expression that it must match somewhere: <c>[ValidatePattern]</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>True when <see cref="Pattern"/> takes upper and lower case for the same, as it does unless the script says otherwise.</summary>
    public bool PatternIgnoresCase { get; init; }

    /// <summary>The fewest characters: <c>[ValidateLength]</c>.</summary>
    public int? MinimumLength { get; init; }

    /// <summary>The most characters.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>The fewest values of a list: <c>[ValidateCount]</c>.</summary>
    public int? MinimumCount { get; init; }

    /// <summary>The most values of a list.</summary>
    public int? MaximumCount { get; init; }

    /// <summary>True when only the field's choices are allowed: <c>[ValidateSet]</c>.</summary>
    public bool IsLimitedToChoices { get; init; }
}
