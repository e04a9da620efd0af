using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace Immy.Typed.Conversion;

/// <summary>Makes the tables and inner lists of a contract out of the hashtables and arrays that scripts write.</summary>
internal static class CompositeConverter
{
    private static readonly HashSet<Type> Tables = [typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>)];

    private static readonly HashSet<Type> Lists =
        [typeof(IEnumerable<>), typeof(ICollection<>), typeof(IList<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>)];

    /// <summary>Whether a hashtable can become the type.</summary>
    /// <param name="type">The contract's type.</param>
    public static bool IsTable(Type type) => type.IsGenericType && Tables.Contains(type.GetGenericTypeDefinition());

    /// <summary>Converts a value to the type or gives null; is null itself for types that are neither table nor list.</summary>
    /// <param name="type">The contract's type.</param>
    public static Func<object, object?>? For(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var maker = type.IsSZArray ? typeof(ListOf<>).MakeGenericType(type.GetElementType()!)
            : IsTable(type) ? typeof(TableOf<,>).MakeGenericType(type.GenericTypeArguments)
            : definition is not null && Lists.Contains(definition) ? typeof(ListOf<>).MakeGenericType(type.GenericTypeArguments)
            : null;
        return maker?.GetMethod("Convert")!.CreateDelegate<Func<object, object?>>();
    }

    private static bool TryItem<T>(object? value, [MaybeNull] out T item)
        => ResultConverter<T>.TryConvertDeep(value, out item) || (default(T) is null && (value is PSObject wrapped ? wrapped.BaseObject : value) is null);

    private static class ListOf<T>
    {
        public static T[]? Convert(object value)
        {
            if (value is not IList list)
            {
                return null;
            }

            var items = new T[list.Count];
            for (var index = 0; index < items.Length; index++)
            {
                if (!TryItem<T>(list[index], out items[index]!))
                {
                    return null;
                }
            }

            return items;
        }
    }

    private static class TableOf<TKey, TValue>
        where TKey : notnull
    {
        public static Dictionary<TKey, TValue>? Convert(object value)
        {
            if (value is not IDictionary table)
            {
                return null;
            }

            // As in the script: its hashtables do not see case.
            var entries = new Dictionary<TKey, TValue>(StringComparer.OrdinalIgnoreCase as IEqualityComparer<TKey>);
            foreach (DictionaryEntry entry in table)
            {
                if (!ResultConverter<TKey>.TryConvert(entry.Key, out var key) || !TryItem<TValue>(entry.Value, out var item) || !entries.TryAdd(key!, item!))
                {
                    return null;
                }
            }

            return entries;
        }
    }
}
