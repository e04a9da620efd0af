using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security;

/// <summary>Makes and finds API keys: <c>immy_PREFIX_SECRET</c>.</summary>
internal sealed class ApiKeys(ImmyDbContext database, TimeProvider time)
{
    private const string Start = "immy";

    /// <summary>Makes a key.</summary>
    /// <returns>The key's text, which nobody can see again.</returns>
    public async Task<string> CreateAsync(string name, Role role, TimeSpan? lifetime, CancellationToken cancellationToken)
    {
        var prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        database.ApiKeys.Add(new ApiKey { Name = name, Prefix = prefix, Hash = Hash(secret), Role = role, CreatedAt = now, ExpiresAt = now + lifetime });
        await database.SaveChangesAsync(cancellationToken);
        return $"{Start}_{prefix}_{secret}";
    }

    /// <summary>The key that a text is; null when it is none, or no longer.</summary>
    public async Task<ApiKey?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Split('_', 3) is not [Start, var prefix, var secret])
        {
            return null;
        }

        var key = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Prefix == prefix, cancellationToken);
        return key is not null && CryptographicOperations.FixedTimeEquals(key.Hash, Hash(secret)) && (key.ExpiresAt is null || key.ExpiresAt > time.GetUtcNow()) ? key : null;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
