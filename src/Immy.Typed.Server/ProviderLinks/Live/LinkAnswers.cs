using System.Runtime.CompilerServices;
using Immy.Typed.Problems;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Streams;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Turns what a handler throws into answers that travel.</summary>
internal static class LinkAnswers
{
    public static async Task<LinkAnswer<T>> OfAsync<T>(Func<Task<T>> answer, ServerStopping stopping)
    {
        try
        {
            return new() { Value = await answer() };
        }
        catch (LinkUnavailableException exception)
        {
            return new() { Unavailability = exception.Reason, Reason = exception.Message };
        }
        catch (Exception exception) when (stopping.IsCut && exception is OperationCanceledException or BlockException { Run.Outcome: RunOutcome.Cancelled })
        {
            return new() { Unavailability = LinkUnavailability.Stopping, Reason = ServerStopping.Refusal };
        }
        catch (IntegrationException exception)
        {
            return new() { Failure = LinkFailure.Of(exception) };
        }
    }

    public static async IAsyncEnumerable<LinkAnswer<T>> StreamAsync<T>(Func<LiveLink> lease, Func<LiveLink, IAsyncEnumerable<T>> answer, ServerStopping stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nothing can be yielded from within a try that catches.
        var leased = await OfAsync(() => Task.FromResult(lease()), stopping);
        if (leased.Value is null)
        {
            yield return new() { Unavailability = leased.Unavailability, Reason = leased.Reason };
            yield break;
        }

        using var live = leased.Value;
        await using var items = answer(live).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = await OfAsync(async () => await items.MoveNextAsync(), stopping);
            if (next is { Value: false, Failure: null, Unavailability: null })
            {
                yield break;
            }

            if (!next.Value)
            {
                yield return new() { Unavailability = next.Unavailability, Reason = next.Reason, Failure = next.Failure };
                yield break;
            }

            yield return new() { Value = items.Current };
        }
    }
}
