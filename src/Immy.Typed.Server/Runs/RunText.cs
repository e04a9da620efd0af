namespace Immy.Typed.Server.Runs;

/// <summary>Text as every database takes it.</summary>
internal static class RunText
{
    /// <summary>Without zero characters and halves of characters, which PostgreSQL refuses, and cut where it is too long.</summary>
    public static string Of(string text, int longest = int.MaxValue)
    {
        var plain = text.Replace("\0", "", StringComparison.Ordinal);
        plain = plain.Length <= longest ? plain : string.Concat(plain.AsSpan(0, longest - 1), "…");
        return plain.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? string.Concat(plain.EnumerateRunes()) : plain;
    }
}
