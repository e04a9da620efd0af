namespace Immy.Typed.Cli.Demo;

/// <summary>What a step got through its interface.</summary>
/// <param name="Result">The typed result: a record, or a list of them.</param>
/// <param name="Count">How many objects it is.</param>
/// <param name="Mistake">What is not as it should be; null when all is right.</param>
internal sealed record StepAnswer(object? Result, int Count, string? Mistake)
{
    /// <summary>A single result.</summary>
    public static StepAnswer One(object result, string? mistake) => new(result, 1, mistake);

    /// <summary>A list, with the number of records that is right.</summary>
    public static StepAnswer List<T>(IReadOnlyList<T> records, int expected) => new(
        records, records.Count, records.Count == expected ? null : $"{records.Count} records arrived, where the API has {expected}.");

    /// <summary>No result.</summary>
    public static StepAnswer None(string mistake) => new(null, 0, mistake);
}
