namespace Immy.Typed.Server.Security;

/// <summary>An API key as the API shows it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How its text begins, so that one that is found somewhere can be told.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Scopes">Where it may do that; empty: everywhere.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="RevokedAt">Since when it is none any more.</param>
/// <param name="LastUsedAt">When it was used last.</param>
/// <param name="Key">Its text; only in the answer that makes it.</param>
internal sealed record ApiKeyView(
    Guid Id, string Name, string Prefix, Role Role, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, string? Key)
{
    public static ApiKeyView Of(ApiKey key, string? text = null)
        => new(key.Id, key.Name, $"{ApiKeys.Start}_{key.Prefix}", key.Role, key.ScopeList, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.LastUsedAt, text);
}
