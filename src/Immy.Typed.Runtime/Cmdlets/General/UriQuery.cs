using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Immy.Typed.Cmdlets;

/// <summary>Adds parameters to the query of an address, each part encoded.</summary>
internal static class UriQuery
{
    public static Uri Add(Uri address, IDictionary parameters, bool overwrite)
    {
        var text = address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString;
        var (beforeFragment, fragment) = Split(text, '#');
        var (path, query) = Split(beforeFragment, '?');
        var pairs = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (overwrite)
        {
            var names = parameters.Keys.Cast<object>().Select(TextOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
            pairs.RemoveAll(pair => names.Contains(NameOf(pair)));
        }

        foreach (var entry in Ordered(parameters))
        {
            var name = Uri.EscapeDataString(TextOf(entry.Key));
            pairs.AddRange(ValuesOf(entry.Value).Select(value => $"{name}={Uri.EscapeDataString(value)}"));
        }

        var added = pairs.Count == 0 ? path : $"{path}?{string.Join('&', pairs)}";
        return new Uri(added + fragment, UriKind.RelativeOrAbsolute);
    }

    // A Hashtable has no order, and the same call must make the same address each time.
    private static IEnumerable<DictionaryEntry> Ordered(IDictionary parameters)
    {
        var entries = new List<DictionaryEntry>();
        foreach (DictionaryEntry entry in parameters)
        {
            entries.Add(entry);
        }

        return parameters is Hashtable ? entries.OrderBy(static entry => TextOf(entry.Key), StringComparer.Ordinal) : entries;
    }

    private static IEnumerable<string> ValuesOf(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => [],
        string text => [text],
        IDictionary table => [TextOf(table)],
        IEnumerable several => several.Cast<object?>().SelectMany(ValuesOf),
        { } single => [TextOf(single)],
    };

    private static string TextOf(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        bool answer => answer ? "true" : "false",
        SwitchParameter given => given.IsPresent ? "true" : "false",
        DateTime or DateTimeOffset => ((IFormattable)(value is PSObject date ? date.BaseObject : value)).ToString("o", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        { } other => other.ToString() ?? "",
    };

    private static string NameOf(string pair) => Uri.UnescapeDataString(Split(pair, '=').Before.Replace('+', ' '));

    private static (string Before, string After) Split(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[place..]);
    }
}
