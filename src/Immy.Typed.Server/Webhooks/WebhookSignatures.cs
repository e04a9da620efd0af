using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Immy.Typed.Server.Webhooks.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Tells whether a request is the vendor's. All keys are compared, each in constant time.</summary>
internal static class WebhookSignatures
{
    public const string IdHeader = "webhook-id";
    public const string TimeHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>How far a request's time may be from the server's.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    private const string StandardVersion = "v1,";

    /// <summary>What is wrong; null when the request is the vendor's.</summary>
    public static string? WhatIsWrong(WebhookRequest request, WebhookRules rules, DateTimeOffset now) => rules.Settings.Check switch
    {
        WebhookCheck.None => null,
        _ when rules.Keys.Count == 0 => "The webhook has no key to check with. Add one.",
        WebhookCheck.Secret => Secret(request, rules),
        WebhookCheck.Hmac => Hmac(request, rules),
        _ => Standard(request, rules, now),
    };

    private static string? Secret(WebhookRequest request, WebhookRules rules)
    {
        var (name, isQuery) = (rules.Settings.Name!, rules.Settings.Place == WebhookPlace.Query);
        var where = isQuery ? $"The query's '{name}'" : $"The header {name}";
        var sent = isQuery ? (QueryHelpers.ParseQuery(request.Query).TryGetValue(name, out var values) && values is [var value] ? value : null) : request.Header(name);
        return Given(sent, rules, where, out var given) ?? (IsAny(Encoding.UTF8.GetBytes(given), rules.Keys.Select(Encoding.UTF8.GetBytes)) ? null : $"{where} holds none of the webhook's {rules.Keys.Count} keys.");
    }

    private static string? Hmac(WebhookRequest request, WebhookRules rules)
    {
        var where = $"The header {rules.Settings.Name}";
        if (Given(request.Header(rules.Settings.Name!), rules, where, out var given) is { } wrong)
        {
            return wrong;
        }

        if (Decode(given, rules.Settings.Encoding) is not { } signature)
        {
            return $"{where} is no HMAC-SHA256 as {rules.Settings.Encoding}: 32 bytes are expected.";
        }

        return IsAny(signature, rules.Keys.Select(key => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), request.Body)))
            ? null
            : $"{where} is the HMAC-SHA256 of the body with none of the webhook's {rules.Keys.Count} keys.";
    }

    private static string? Standard(WebhookRequest request, WebhookRules rules, DateTimeOffset now)
    {
        if (request.Header(IdHeader) is not { Length: > 0 and <= 200 } id)
        {
            return $"The header {IdHeader} is missing, there twice, or longer than 200 characters.";
        }

        if (!long.TryParse(request.Header(TimeHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return $"The header {TimeHeader} is missing, or no whole number of seconds since 1970.";
        }

        var signatures = (request.Header(SignatureHeader) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.StartsWith(StandardVersion, StringComparison.Ordinal))
            .Select(static part => Decode(part[StandardVersion.Length..], WebhookEncoding.Base64)).OfType<byte[]>().Take(10).ToList();
        if (signatures.Count == 0)
        {
            return $"The header {SignatureHeader} is missing, or holds no signature such as v1,BASE64.";
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{request.Header(TimeHeader)}."), .. request.Body];
        var expected = rules.SigningKeys.Select(key => HMACSHA256.HashData(key, signed)).ToList();
        if (!signatures.Aggregate(false, (found, signature) => IsAny(signature, expected) | found))
        {
            return $"The header {SignatureHeader} signs the request with none of the webhook's {rules.Keys.Count} keys.";
        }

        // The time is believed only once it is known to be signed.
        var difference = now.ToUnixTimeSeconds() - seconds;
        return Math.Abs((decimal)difference) <= (decimal)Window.TotalSeconds
            ? null
            : $"The header {TimeHeader} differs from the server's clock by {difference} seconds; {Window.TotalSeconds} are the most. It is an old request sent again, or a clock is wrong.";
    }

    private static string? Given(string? sent, WebhookRules rules, string where, out string given)
    {
        given = sent ?? "";
        if (given.Length == 0)
        {
            return $"{where} is missing, or there more than once.";
        }

        if (!given.StartsWith(rules.Settings.Prefix, StringComparison.Ordinal))
        {
            return $"{where} does not begin with '{rules.Settings.Prefix}'.";
        }

        given = given[rules.Settings.Prefix.Length..];
        return null;
    }

    private static byte[]? Decode(string text, WebhookEncoding encoding)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        var isRight = encoding == WebhookEncoding.Hex
            ? text.Length == bytes.Length * 2 && text.All(char.IsAsciiHexDigit)
            : Convert.TryFromBase64String(text, bytes, out var length) && length == bytes.Length;
        return !isRight ? null : encoding == WebhookEncoding.Hex ? Convert.FromHexString(text) : bytes;
    }

    // Looks at every one, so that the time tells nothing.
    private static bool IsAny(byte[] given, IEnumerable<byte[]> expected)
        => expected.Aggregate(false, (found, one) => CryptographicOperations.FixedTimeEquals(one, given) | found);
}
