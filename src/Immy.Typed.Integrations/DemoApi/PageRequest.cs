using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Offset">How many items come before.</param>
/// <param name="Limit">How many items at most.</param>
internal sealed record PageRequest(string List, int Offset, int Limit)
{
    private const int DefaultLimit = 10;
    private const int MaximumLimit = 1000;

    /// <summary>The page's number, counted from 1.</summary>
    public int Number => (Offset / Limit) + 1;

    /// <summary>Reads <c>limit</c> and <c>cursor</c>, or says what is wrong with them.</summary>
    public static (PageRequest? Page, Failure? Failure) Parse(string list, IQueryCollection query)
    {
        if (ReadLimit(query["limit"]) is not { } limit)
            return (null, Failure.Of(400, "Validation Error", "limit: Must be between 1 and 1000."));

        var text = query["cursor"].ToString();
        if (text.Length == 0)
            return (new PageRequest(list, 0, limit), null);

        return Cursor.Parse(text, list) is { } cursor
            ? (new PageRequest(list, cursor.Offset, limit), null)
            : (null, Failure.Of(400, "Validation Error", "cursor: Invalid cursor."));
    }

    /// <summary>Takes the page out of all items.</summary>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items) => [.. items.Skip(Offset).Take(Limit)];

    /// <summary>Says where the list goes on after this page.</summary>
    public Pagination Next(int totalItems) =>
        new(Limit < totalItems - Offset ? new Cursor(List, Offset + Limit).ToString() : null, totalItems);

    private static int? ReadLimit(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return DefaultLimit;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaximumLimit
            ? limit
            : null;
    }
}
