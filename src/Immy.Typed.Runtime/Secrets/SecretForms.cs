using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace Immy.Typed.Secrets;

/// <summary>The encodings in which a secret turns up in messages.</summary>
internal static class SecretForms
{
    /// <summary>As text, in a URL, in JSON and in HTML.</summary>
    public static IEnumerable<string> Plain(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return WebUtility.HtmlEncode(secret);
        yield return secret.Replace("'", "''", StringComparison.Ordinal);
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
    }

    /// <summary>
    /// The part of a Base64 text that depends on the secret alone, for each of the three places at which it can
    /// start within a group of three bytes: <c>user:secret</c> is found as well as the secret by itself.
    /// </summary>
    public static IEnumerable<string> Base64(string secret)
    {
        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret)])
        {
            for (var offset = 0; offset < 3; offset++)
            {
                var shifted = new byte[offset + bytes.Length];
                bytes.CopyTo(shifted, offset);
                var text = Convert.ToBase64String(shifted).TrimEnd('=');
                var first = (offset * 8 + 5) / 6;
                var last = shifted.Length * 8 / 6;
                if (last - first >= SecretMask.ShortestSecret)
                {
                    var part = text[first..last];
                    yield return part;
                    yield return part.Replace('+', '-').Replace('/', '_');
                }
            }
        }
    }
}
