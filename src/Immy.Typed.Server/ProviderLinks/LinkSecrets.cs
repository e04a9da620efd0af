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
        => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(link.Values)!
            .Concat(Read(link).Select(pair => KeyValuePair.Create(pair.Key, JsonSerializer.Deserialize<JsonElement>(_protector.Unprotect(pair.Value)))))
            .ToDictionary(static pair => pair.Key, static pair => LinkValues.ToScript(pair.Value));

    private static Dictionary<string, string> Read(ProviderLink link) => JsonSerializer.Deserialize<Dictionary<string, string>>(link.ProtectedSecrets)!;
}
