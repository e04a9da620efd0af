using System.Linq.Expressions;
using Immy.Typed.Server.Problems;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>Answers a list page by page: <c>{ "items": [...], "next": "..." }</c>.</summary>
internal static class PagingQueries
{
    /// <summary>One page of a query; a refusal that names the parameter when the request is not right.</summary>
    /// <param name="query">All items, filtered, in no order.</param>
    /// <param name="request">Which page.</param>
    /// <param name="order">The order.</param>
    /// <param name="view">How an item is shown.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IResult> PageAsync<T, TView>(
        this IQueryable<T> query, PageRequest request, PageOrder<T> order, Expression<Func<T, TView>> view, CancellationToken cancellationToken)
    {
        if (request.Size is < 1 or > PageRequest.Most)
        {
            return ApiProblems.Field("limit", $"limit is {request.Limit}. Send a number from 1 to {PageRequest.Most}, or leave it out.");
        }

        if (request.After is { Length: > 0 } place)
        {
            if (order.After(place) is not { } isAfter)
            {
                return ApiProblems.Field("after", $"after is '{place}', which is no place in this list. Send the 'next' of the page before, or leave it out to begin.");
            }

            query = query.Where(isAfter);
        }

        // One more than asked for tells whether there is a next page.
        var rows = await order.Sort(query).Take(request.Size + 1).Select(Row(order, view)).ToListAsync(cancellationToken);
        var items = rows.Take(request.Size).Select(static row => row.Item).ToList();
        return TypedResults.Ok(new Page<TView>(items, rows.Count > request.Size ? rows[request.Size - 1].Place.ToString() : null));
    }

    /// <summary>Those whose text has a part in it, in any case; all when there is no part.</summary>
    public static IQueryable<T> WhereContains<T>(this IQueryable<T> query, Expression<Func<T, string>> text, string? part)
    {
        var lower = part?.ToLowerInvariant();
        // The database lowers, by its own rules; SQLite knows those of ASCII only.
#pragma warning disable CA1304, CA1311, CA1862 // A culture cannot be told to a database.
        return string.IsNullOrEmpty(lower) ? query : query.Where(Composition.Compose<T, string, bool>(text, value => value.ToLower().Contains(lower)));
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static Expression<Func<T, PageRow<TView>>> Row<T, TView>(PageOrder<T> order, Expression<Func<T, TView>> view)
        => Composition.Compose<T, Place, TView, PageRow<TView>>(order.Place, view, static (place, item) => new PageRow<TView> { Place = place, Item = item });
}
