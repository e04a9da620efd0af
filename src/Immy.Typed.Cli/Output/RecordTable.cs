using System.Reflection;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Immy.Typed.Cli.Output;

/// <summary>Shows contract records as a table that fits the console.</summary>
internal sealed class RecordTable(CellText cells, int width)
{
    /// <summary>A line for each record; says which columns found no room.</summary>
    /// <param name="type">The contract type.</param>
    /// <param name="records">The records.</param>
    /// <param name="first">Columns that matter more than the contract's order says.</param>
    /// <param name="leftOut">The columns without room.</param>
    public IRenderable List(Type type, IReadOnlyList<object?> records, IReadOnlyList<string> first, out IReadOnlyList<string> leftOut)
    {
        var properties = Ordered(RecordColumns.Of(type), first);
        if (IsPlain(type) || properties.Count == 0)
        {
            leftOut = [];
            return Lines(["Value"], [.. records.Select(record => new[] { cells.Of(record) })], [0]);
        }

        var headers = properties.Select(static property => property.Name).ToList();
        var rows = records.Select(record => properties.Select(property => record is null ? "" : cells.Of(property.GetValue(record))).ToArray()).ToList();
        var chosen = RecordColumns.Fit(headers, rows, width);
        leftOut = [.. headers.Where((_, column) => !chosen.Contains(column))];
        return Lines(headers, rows, chosen);
    }

    /// <summary>A line for each property of one record; a plain value as it is.</summary>
    public IRenderable One(object? value)
    {
        if (value is null || IsPlain(value.GetType()))
        {
            return new Text(cells.Of(value) + "\n");
        }

        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("grey")).HideHeaders().AddColumn("").AddColumn("");
        foreach (var (name, text) in Fields(value))
        {
            table.AddRow(new Text(name, Style.Parse("grey")), new Text(text));
        }

        return table;
    }

    private IEnumerable<(string Name, string Text)> Fields(object value) => value is System.Collections.IDictionary entries
        ? entries.Keys.Cast<object>().Select(key => (cells.Of(key), cells.Of(entries[key]))).OrderBy(static field => field.Item1, StringComparer.Ordinal)
        : RecordColumns.Of(value.GetType()).Select(property => (property.Name, cells.Of(property.GetValue(value))));

    private static bool IsPlain(Type type) => type == typeof(string) || type == typeof(Version) || type == typeof(Uri) || type.IsPrimitive || type.IsEnum;

    private static List<PropertyInfo> Ordered(IReadOnlyList<PropertyInfo> properties, IReadOnlyList<string> first) => [.. properties
        .OrderBy(property => first.Contains(property.Name) ? first.Index().First(named => named.Item == property.Name).Index : first.Count)];

    private static Table Lines(List<string> headers, IReadOnlyList<string[]> rows, IReadOnlyList<int> chosen)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderStyle(Style.Parse("grey"));
        foreach (var column in chosen)
        {
            table.AddColumn(new TableColumn(new Text(headers[column], Style.Parse("bold"))));
        }

        foreach (var row in rows)
        {
            table.AddRow(chosen.Select(column => new Text(row[column])));
        }

        return table;
    }
}
