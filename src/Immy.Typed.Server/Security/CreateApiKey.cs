namespace Immy.Typed.Server.Security;

/// <summary>An API key to make.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Scopes">Where it may do that; everywhere when left out.</param>
/// <param name="ExpiresAt">When it ends; never when left out.</param>
internal sealed record CreateApiKey(string? Name, Role? Role, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAt)
{
    public const int LongestName = 100;

    public const int LongestScopes = 2_000;
}
