using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads well in a pipeline.</summary>
internal static class PipelineExtensions
{
    /// <summary>Drops what could not be parsed: the analyzer reports it.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values)
        where T : class
        => values.Where(static value => value is not null).Select(static (value, _) => value!);
}
