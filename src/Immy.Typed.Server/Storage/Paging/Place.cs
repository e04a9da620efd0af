using System.Buffers.Text;
using System.Text;

namespace Immy.Typed.Server.Storage.Paging;

/// <summary>Where in an order an item stands; as text, what a client sends back as <c>after</c>.</summary>
internal sealed class Place
{
    /// <summary>A name, where the order has one.</summary>
    public string Name { get; init; } = "";

    /// <summary>An id or a number.</summary>
    public required object Key { get; init; }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Key}\n{Name}")));

    /// <summary>Reads a place; false when the text is none.</summary>
    public static bool TryRead<TKey>(string text, out string name, out TKey? key)
        where TKey : IParsable<TKey>
    {
        (name, key) = ("", default);
        if (!Base64Url.IsValid(text) || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 2) is not [var first, var second])
        {
            return false;
        }

        // PostgreSQL refuses the zero character, and no name has one.
        name = second;
        return !name.Contains('\0', StringComparison.Ordinal) && TKey.TryParse(first, null, out key);
    }
}
