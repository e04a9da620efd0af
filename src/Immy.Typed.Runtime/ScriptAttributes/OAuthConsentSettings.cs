namespace Immy.Typed.ScriptAttributes;

/// <summary>Where and for what a field of the form fetches consent.</summary>
public sealed record OAuthConsentSettings
{
    /// <summary>What the authorization endpoint answers with, usually <c>code</c>.</summary>
    public string ResponseType { get; init; } = "code";

    /// <summary>Where the user consents.</summary>
    public required Uri AuthorizationEndpoint { get; init; }

    /// <summary>Where the answer is exchanged for tokens; null when the answer holds them.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>The application's id in the remote system.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's secret; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What is consented to, separated by spaces.</summary>
    public string? Scope { get; init; }

    /// <summary>The resource that tokens are for, where the remote system asks for one.</summary>
    public string? Resource { get; init; }

    /// <summary>Further query parameters of the authorization endpoint.</summary>
    public IReadOnlyDictionary<string, string> ExtraQueryParameters { get; init; } = new Dictionary<string, string>();
}
