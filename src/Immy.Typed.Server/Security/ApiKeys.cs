using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security;

/// <summary>Makes and finds API keys: <c>immy_PREFIX_SECRET</c>.</summary>
internal sealed class ApiKeys(ImmyDbContext database, ApiKeyUse use, TimeProvider time)
{
    public const string Start = "immy";

    /// <summary>Makes a key.</summary>
    /// <returns>The key's text, which nobody can see again.</returns>
    public async Task<string> CreateAsync(string name, Role role, TimeSpan? lifetime, CancellationToken cancellationToken)
        => (await CreateAsync(name, role, scopes: [], time.GetUtcNow() + lifetime, cancellationToken)).Text;

    /// <summary>Makes a key.</summary>
    /// <returns>The key, and its text, which nobody can see again.</returns>
    public async Task<(ApiKey Key, string Text)> CreateAsync(string name, Role role, IEnumerable<string> scopes, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var key = new ApiKey { Name = name, Prefix = prefix, Hash = Hash(secret), Role = role, Scopes = string.Join(' ', scopes), CreatedAt = time.GetUtcNow(), ExpiresAt = expiresAt };
        database.ApiKeys.Add(key);
        await database.SaveChangesAsync(cancellationToken);
        return (key, $"{Start}_{prefix}_{secret}");
    }

    /// <summary>The key that a text is; null when it is none, or no longer.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Split('_', 3) is not [Start, var prefix, var secret])
        {
            return null;
        }

        var key = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Prefix == prefix, cancellationToken);
        if (key is null || !CryptographicOperations.FixedTimeEquals(key.Hash, Hash(secret)) || key.RevokedAt is not null || key.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        use.Note(key.Id);
        return key;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
