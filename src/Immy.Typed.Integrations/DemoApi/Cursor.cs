using System.Globalization;
using System.Text;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The place in a list where a page starts, as an opaque text.</summary>
/// <param name="List">The list that it belongs to.</param>
/// <param name="Offset">How many items come before.</param>
internal sealed record Cursor(string List, int Offset)
{
    // These bytes begin every cursor with "+/+/", so that a client that doesn't encode its query is found out.
    private static ReadOnlySpan<byte> Mark => [0xFB, 0xFF, 0xBF];

    /// <summary>Reads a cursor, or gives nothing where the text is not one of that list.</summary>
    public static Cursor? Parse(string text, string list)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || !bytes.AsSpan(0, length).StartsWith(Mark))
            return null;

        var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)[Mark.Length..]).Split(':');
        return parts.Length == 2 && parts[0] == list && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new Cursor(list, offset)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Convert.ToBase64String([.. Mark, .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}:{Offset}"))]);
}
