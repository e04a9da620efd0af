using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Immy.Typed.Runtime.Tests.Differential;

/// <summary>Writes any value as text that shows types, order and nesting. It runs in both processes, and says the same in both.</summary>
public static class ValueText
{
    private const int Deepest = 8;

    /// <summary>The text of a value that left a block: a wrapper around it is no part of it.</summary>
    public static string Of(object? value) => Of(value, 0);

    private static string Of(object? value, int depth)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        return depth > Deepest ? "..." : bare switch
        {
            null => "null",
            PSCustomObject => Record((PSObject)value!, depth),
            string text => $"'{text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'",
            bool truth => truth ? "true" : "false",
            DateTime moment => $"DateTime {moment:o} {moment.Kind}",
            DateTimeOffset moment => $"DateTimeOffset {moment:o}",
            Enum known => $"{known.GetType().Name}.{known}",
            ErrorRecord record => $"ErrorRecord {record} [{record.FullyQualifiedErrorId}] [{record.CategoryInfo.Category}]",
            Exception exception => $"{exception.GetType().Name} {exception.Message}",
            ScriptBlock block => $"ScriptBlock {block}",
            IDictionary table => $"{TypeName(table)}{{{string.Join("; ", Entries(table, depth))}}}",
            IList list => $"{TypeName(list)}[{string.Join(", ", list.Cast<object?>().Select(item => Of(item, depth + 1)))}]",
            IFormattable number => $"{TypeName(number)} {number.ToString(null, CultureInfo.InvariantCulture)}",
            _ => $"{TypeName(bare)} {bare}",
        };
    }

    private static string Record(PSObject record, int depth)
        => $"{record.TypeNames[0].Split('.')[^1]}{{{string.Join("; ", record.Properties.Select(property => $"{property.Name}={Of(property.Value, depth + 1)}"))}}}";

    // Only an ordered table has an order that a script may rely on.
    private static IEnumerable<string> Entries(IDictionary table, int depth)
    {
        var entries = table.Keys.Cast<object>().Select(key => $"{Of(key, depth + 1)}={Of(table[key], depth + 1)}");
        return table is Hashtable ? entries.Order(StringComparer.Ordinal) : entries;
    }

    private static string TypeName(object value)
    {
        var type = value.GetType();
        return type.IsGenericType ? $"{type.Name}<{string.Join(", ", type.GetGenericArguments().Select(static argument => argument.Name))}>" : type.Name;
    }
}
