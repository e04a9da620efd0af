using System.Reflection;

namespace Immy.Typed.Cli.Output;

/// <summary>Chooses the properties that a table has room for.</summary>
internal static class RecordColumns
{
    // A border on each side and a blank beside it.
    private const int Around = 3;

    /// <summary>The properties of a contract type, in the contract's order.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type type) => [.. type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.GetIndexParameters().Length == 0)];

    /// <summary>As many columns as fit, the first ones first; a wide one that does not fit leaves its place to later ones.</summary>
    /// <param name="headers">The columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="width">How many characters a line has.</param>
    public static IReadOnlyList<int> Fit(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows, int width)
    {
        var left = width - 1;
        var chosen = new List<int>();
        for (var column = 0; column < headers.Count; column++)
        {
            var wanted = rows.Select(row => row[column].Length).Append(headers[column].Length).Max() + Around;
            if (wanted <= left || column == 0)
            {
                chosen.Add(column);
                left -= wanted;
            }
        }

        return chosen;
    }
}
