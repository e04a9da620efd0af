using System.Security.Cryptography;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>A key of Standard Webhooks: <c>whsec_</c> and base64. Made keys have this form for every check, where the whole text is the key.</summary>
internal static class StandardKey
{
    public const string Start = "whsec_";

    private const int Shortest = 16;
    private const int Longest = 64;

    public static string Make() => Start + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The bytes that sign; null when the text is no such key.</summary>
    public static byte[]? BytesOf(string text)
    {
        var bytes = new byte[Longest];
        return Convert.TryFromBase64String(text.StartsWith(Start, StringComparison.Ordinal) ? text[Start.Length..] : text, bytes, out var length) && length >= Shortest
            ? bytes[..length]
            : null;
    }
}
