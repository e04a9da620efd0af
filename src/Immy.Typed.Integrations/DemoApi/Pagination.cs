namespace Immy.Typed.Integrations.DemoApi;

/// <summary>Where a list goes on.</summary>
/// <param name="NextCursor">What to ask the next page with; nothing on the last one.</param>
/// <param name="TotalItems">How many items all pages have together.</param>
internal sealed record Pagination(string? NextCursor, int TotalItems);
