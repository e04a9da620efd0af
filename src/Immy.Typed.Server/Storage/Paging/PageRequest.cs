using Microsoft.AspNetCore.Mvc;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>Which page of a list is asked for. Endpoints take it with <c>[AsParameters]</c>.</summary>
/// <param name="Limit">How many items at most: 1 to 500; 100 when it is left out.</param>
/// <param name="After">The <c>next</c> of the page before; left out for the first page.</param>
internal readonly record struct PageRequest([FromQuery(Name = "limit")] int? Limit, [FromQuery(Name = "after")] string? After)
{
    public const int Most = 500;

    private const int Usual = 100;

    public int Size => Limit ?? Usual;
}
