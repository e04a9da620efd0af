using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Encrypts the secret values of a form, each by itself, so that their names can be read without them.</summary>
internal sealed class LinkSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Immy.Typed.ProviderLinks.Secrets.v1");

    /// <summary>A JSON object of names and encrypted values.</summary>
    public string Protect(IReadOnlyDictionary<string, JsonElement> secrets)
        => JsonSerializer.Serialize(secrets.ToDictionary(static pair => pair.Key, pair => _protector.Protect(pair.Value.GetRawText())));

    /// <summary>The names of a link's secret fields.</summary>
    public static IReadOnlyList<string> NamesOf(ProviderLink link) => [.. Read(link).Keys.Order(StringComparer.Ordinal)];

    /// <summary>All values of a link's form, as Init takes them.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those that the secrets were saved with.</exception>
    public IReadOnlyDictionary<string, object?> ValuesOf(ProviderLink link)
        => LinkValues.ToScript(LinkValues.ByName(PlainOf(link).Concat(SecretsOf(link, static _ => true))));

    /// <summary>The values of a link that are no secrets.</summary>
    public static IReadOnlyDictionary<string, JsonElement> PlainOf(ProviderLink link) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(link.Values)!;

    /// <summary>Secret values of a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="isWanted">Which fields are wanted; the others are not decrypted.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those that the secrets were saved with.</exception>
    public IReadOnlyDictionary<string, JsonElement> SecretsOf(ProviderLink link, Func<string, bool> isWanted)
        => Read(link).Where(pair => isWanted(pair.Key)).ToDictionary(static pair => pair.Key, pair => JsonSerializer.Deserialize<JsonElement>(_protector.Unprotect(pair.Value)));

    private static Dictionary<string, string> Read(ProviderLink link) => JsonSerializer.Deserialize<Dictionary<string, string>>(link.ProtectedSecrets)!;
}
