using Immy.Typed.Adapters;
using Immy.Typed.Cli.Output;
using Immy.Typed.Secrets;

namespace Immy.Typed.Cli.Invoke.Results;

/// <summary>Makes the writer of a format.</summary>
internal static class ResultWriters
{
    public static IResultWriter Create(OutputFormat format, CliStreams streams, BlockDescriptor block, SecretMask secrets) => format switch
    {
        OutputFormat.Json => new JsonResultWriter(streams.Out, block, secrets),
        OutputFormat.Ndjson => new NdjsonResultWriter(streams.Out, secrets),
        _ => new TableResultWriter(streams, block, secrets),
    };

    /// <summary>The records, with everything written so far flushed whenever the next one is not there yet.</summary>
    public static async IAsyncEnumerable<object?> FlushWhileWaiting(
        IAsyncEnumerable<object?> records,
        TextWriter output,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var enumerator = records.GetAsyncEnumerator(stop.Token);
        while (true)
        {
            var next = enumerator.MoveNextAsync().AsTask();
            if (!next.IsCompleted)
            {
                await FlushAsync(output, next, stop).ConfigureAwait(false);
            }

            if (!await next.ConfigureAwait(false))
            {
                yield break;
            }

            yield return enumerator.Current;
        }
    }

    private static async Task FlushAsync(TextWriter output, Task next, CancellationTokenSource stop)
    {
        try
        {
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            // Nobody takes the next record, so the script must not go on making it.
            await stop.CancelAsync().ConfigureAwait(false);
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
