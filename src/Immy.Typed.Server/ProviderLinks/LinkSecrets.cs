using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary>Encrypts the secret values of a form. They never leave the server again.</summary>
internal sealed class LinkSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Immy.Typed.ProviderLinks.Secrets.v1");

    public string Protect(IReadOnlyDictionary<string, JsonElement> secrets) => _protector.Protect(JsonSerializer.Serialize(secrets));

    public IReadOnlyDictionary<string, JsonElement> Unprotect(string text)
        => text.Length == 0 ? new Dictionary<string, JsonElement>() : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(_protector.Unprotect(text))!;
}
