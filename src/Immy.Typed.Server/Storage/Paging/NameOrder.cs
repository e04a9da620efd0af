using System.Linq.Expressions;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>By name, and by id among those of one name.</summary>
internal sealed class NameOrder<T>(Expression<Func<T, string>> name, Expression<Func<T, Guid>> id) : PageOrder<T>
{
    public override Expression<Func<T, Place>> Place { get; }
        = Composition.Compose<T, string, Guid, Place>(name, id, static (text, key) => new Place { Name = text, Key = key });

    public override IQueryable<T> Sort(IQueryable<T> query) => query.OrderBy(name).ThenBy(id);

    // The database compares, so that its own idea of an alphabet holds for the order and for the place.
#pragma warning disable CA1309 // A kind of comparison cannot be told to a database.
    public override Expression<Func<T, bool>>? After(string place) => Paging.Place.TryRead<Guid>(place, out var last, out var lastId)
        ? Composition.Compose<T, string, Guid, bool>(name, id, (text, key) => string.Compare(text, last) > 0 || (text == last && key > lastId))
        : null;
#pragma warning restore CA1309
}
