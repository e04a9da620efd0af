using System.Runtime.CompilerServices;
using Immy.Typed.Problems;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Turns what a handler throws into answers that travel.</summary>
internal static class LinkAnswers
{
    public static async Task<LinkAnswer<T>> OfAsync<T>(Func<Task<T>> answer)
    {
        try
        {
            return new() { Value = await answer() };
        }
        catch (LinkUnavailableException exception)
        {
            return Of<T>(exception);
        }
        catch (IntegrationException exception)
        {
            return new() { Failure = LinkFailure.Of(exception) };
        }
    }

    public static async IAsyncEnumerable<LinkAnswer<T>> StreamAsync<T>(Func<LiveLink> lease, Func<LiveLink, IAsyncEnumerable<T>> answer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nothing can be yielded from within a try that catches.
        var leased = await OfAsync(() => Task.FromResult(lease()));
        if (leased.Value is null)
        {
            yield return new() { Unavailability = leased.Unavailability, Reason = leased.Reason };
            yield break;
        }

        using var live = leased.Value;
        await using var items = answer(live).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            var next = await OfAsync(async () => await items.MoveNextAsync());
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

    private static LinkAnswer<T> Of<T>(LinkUnavailableException exception) => new() { Unavailability = exception.Reason, Reason = exception.Message };
}
