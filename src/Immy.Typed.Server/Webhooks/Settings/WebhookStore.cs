using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>Reads what webhooks are judged by, outside of any request to the API; encrypts keys.</summary>
internal sealed class WebhookStore(IServiceScopeFactory scopes, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Immy.Typed.Webhooks.Keys.v1");

    public string Protect(string key) => _protector.Protect(key);

    public string Unprotect(WebhookKey key) => _protector.Unprotect(key.ProtectedText);

    /// <summary>The rules of a link.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys are not those that the texts were saved with.</exception>
    public async Task<WebhookRules> ReadAsync(Guid link)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ImmyDbContext>();
        var settings = await database.WebhookSettings.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.ProviderLinkId == link);
        var keys = await database.WebhookKeys.AsNoTracking().Where(key => key.ProviderLinkId == link).ToListAsync();
        return new WebhookRules(settings ?? new WebhookSettings { ProviderLinkId = link }, [.. keys.Select(Unprotect)]);
    }

    /// <summary>Whether there is such a link.</summary>
    public async Task<bool> ExistsAsync(Guid link, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken);
    }
}
