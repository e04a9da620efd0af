namespace Immy.Typed.Adapters;

/// <summary>Turns results between the shapes that interfaces declare and those that callers without the type want.</summary>
public static class Results
{
    /// <summary>A stream whose element type the caller need not know.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="results">The typed stream.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async IAsyncEnumerable<object?> Untyped<T>(
        IAsyncEnumerable<T> results,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }
    }

    /// <summary>A collected list as a stream whose element type the caller need not know.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="results">The list.</param>
    public static async IAsyncEnumerable<object?> Untyped<T>(IEnumerable<T> results)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var result in results)
        {
            yield return result;
        }
    }

    /// <summary>Collects a stream for a contract that declares an array or a collection.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="results">The stream.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public static async Task<T[]> Collect<T>(IAsyncEnumerable<T> results, CancellationToken cancellationToken)
    {
        var collected = new List<T>();
        await foreach (var result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            collected.Add(result);
        }

        return [.. collected];
    }
}
