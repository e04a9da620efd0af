using System.Linq.Expressions;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>
/// The order of a list, from which each page takes up where the one before ended. Nothing is counted or skipped: a late
/// page costs as little as the first, and what is added or removed meanwhile shifts nothing.
/// </summary>
internal abstract class PageOrder<T>
{
    /// <summary>By name, and by id among those of one name.</summary>
    public static PageOrder<T> ByName(Expression<Func<T, string>> name, Expression<Func<T, Guid>> id) => new NameOrder<T>(name, id);

    /// <summary>Newest first. Ids begin with the time at which they were made.</summary>
    public static PageOrder<T> Newest(Expression<Func<T, Guid>> id) => new NewestOrder<T, Guid>(id);

    /// <summary>Newest first, by a number that no two of the list share.</summary>
    public static PageOrder<T> Newest(Expression<Func<T, int>> number) => new NewestOrder<T, int>(number);

    /// <summary>The query in this order.</summary>
    public abstract IQueryable<T> Sort(IQueryable<T> query);

    /// <summary>What comes after a place; null when the text is no place of this order.</summary>
    public abstract Expression<Func<T, bool>>? After(string place);

    /// <summary>The parts of an item's place.</summary>
    public abstract Expression<Func<T, Place>> Place { get; }
}
