using System.Buffers;
using System.Text.RegularExpressions;

namespace Immy.Typed.Secrets;

/// <summary>Replaces the secrets of one integration instance in everything that leaves its sessions.</summary>
public sealed class SecretMask
{
    /// <summary>What stands in a secret's place. It is plain text in a URL, in JSON and in a header alike.</summary>
    public const string Replacement = "********";

    /// <summary>A value shorter than this occurs by chance in ordinary text, so masking it would garble more than it hides.</summary>
    public const int ShortestSecret = 4;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    // Null until the first text is masked after a secret was added: most are added while nobody writes anything.
    private volatile Matcher? _matcher;
    private volatile bool _hasSecrets;

    /// <summary>Adds a value to mask from now on.</summary>
    /// <param name="secret">The value.</param>
    /// <returns>False when the value is too short to be masked.</returns>
    public bool Add(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return true;
        }

        if (secret.Length < ShortestSecret)
        {
            return false;
        }

        lock (_gate)
        {
            if (_secrets.Add(secret))
            {
                _matcher = null;
                _hasSecrets = true;
            }
        }

        return true;
    }

    /// <summary>The text with every secret replaced, in whatever encoding it stands there.</summary>
    /// <param name="text">Any text.</param>
    public string Mask(string text) => _hasSecrets ? (_matcher ?? Prepare()).Mask(text) : text;

    private Matcher Prepare()
    {
        lock (_gate)
        {
            return _matcher ??= Matcher.Of(_secrets);
        }
    }

    private sealed class Matcher(SearchValues<string> quick, Regex? plain, Regex? encoded)
    {
        public static Matcher Of(IReadOnlyCollection<string> secrets)
        {
            var plain = secrets.SelectMany(SecretForms.Plain).Distinct(StringComparer.Ordinal).OrderByDescending(static form => form.Length).ToList();
            var encoded = secrets.SelectMany(SecretForms.Base64).Distinct(StringComparer.Ordinal).OrderByDescending(static form => form.Length).ToList();
            return new(
                SearchValues.Create([.. plain, .. encoded], StringComparison.OrdinalIgnoreCase),
                Alternatives(plain, "", RegexOptions.IgnoreCase),
                Alternatives(encoded, "[A-Za-z0-9+/_-]*={0,2}", RegexOptions.None));
        }

        public string Mask(string text)
        {
            if (!text.AsSpan().ContainsAny(quick))
            {
                return text;
            }

            text = plain?.Replace(text, Replacement) ?? text;
            return encoded?.Replace(text, Replacement) ?? text;
        }

        // Around a Base64 form stands the rest of the encoded text, which is secret with it.
        private static Regex? Alternatives(List<string> forms, string around, RegexOptions options)
        {
            var before = around.Length == 0 ? "" : "[A-Za-z0-9+/_-]*";
            return forms.Count == 0
                ? null
                : new($"{before}(?:{string.Join('|', forms.Select(Regex.Escape))}){around}", options | RegexOptions.CultureInvariant);
        }
    }
}
