namespace Immy.Typed.Server.Storage.Paging;

/// <summary>An item as it is shown, with its place.</summary>
internal sealed class PageRow<T>
{
    public required Place Place { get; init; }

    public required T Item { get; init; }
}
