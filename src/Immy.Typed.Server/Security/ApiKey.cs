using Immy.Typed.Server.Audit;

namespace Immy.Typed.Server.Security;

/// <summary>A key to the API. The key itself is shown once and not kept.</summary>
internal sealed class ApiKey : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The part of the key that finds it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the secret part; with 256 random bits nothing slower is needed.</summary>
    public required byte[] Hash { get; init; }

    public required Role Role { get; init; }

    /// <summary>What it is limited to, separated by spaces; empty when it is not.</summary>
    public string Scopes { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when it is none any more. Kept, so that what it did still has a name.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When it was used last, a minute late at most.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public IReadOnlyList<string> ScopeList => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
