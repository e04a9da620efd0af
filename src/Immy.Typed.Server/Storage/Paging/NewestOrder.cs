using System.Linq.Expressions;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>By a key that grows with time, the newest first.</summary>
internal sealed class NewestOrder<T, TKey>(Expression<Func<T, TKey>> key) : PageOrder<T>
    where TKey : IParsable<TKey>
{
    public override Expression<Func<T, Place>> Place { get; } = Composition.Compose<T, TKey, Place>(key, static value => new Place { Key = value });

    public override IQueryable<T> Sort(IQueryable<T> query) => query.OrderByDescending(key);

    public override Expression<Func<T, bool>>? After(string place)
    {
        if (!Paging.Place.TryRead<TKey>(place, out _, out var last))
        {
            return null;
        }

        Expression<Func<TKey>> captured = () => last!;
        return Expression.Lambda<Func<T, bool>>(Expression.LessThan(key.Body, captured.Body), key.Parameters);
    }
}
