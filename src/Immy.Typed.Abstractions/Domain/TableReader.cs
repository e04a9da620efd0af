using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Immy.Typed;

/// <summary>Fills a result type from <c>[T]@{ Property = value }</c>, the one conversion of a table that ConstrainedLanguage allows.</summary>
internal static class TableReader
{
    public static void Fill(IDictionary values, Type type, IReadOnlyDictionary<string, Action<object?>> setters)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (DictionaryEntry entry in values)
        {
            var name = entry.Key.ToString() ?? "";
            var setter = setters.FirstOrDefault(known => known.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
                ?? throw new PSArgumentException($"{type.Name} has no property '{name}'. It has: {string.Join(", ", setters.Keys)}.");
            setter(entry.Value);
        }
    }

    public static T? To<T>(object? value) => value is null ? default : (T)LanguagePrimitives.ConvertTo(value, typeof(T), CultureInfo.InvariantCulture);
}
