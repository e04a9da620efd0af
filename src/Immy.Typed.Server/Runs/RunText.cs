namespace Immy.Typed.Server.Runs;

/// <summary>Text as every database takes it.</summary>
internal static class RunText
{
    /// <summary>Without the zero character, which PostgreSQL refuses, and cut where it is too long.</summary>
    public static string Of(string text, int longest = int.MaxValue)
    {
        var plain = text.Replace("\0", "", StringComparison.Ordinal);
        return plain.Length <= longest ? plain : string.Concat(plain.AsSpan(0, longest - 1), "…");
    }
}
