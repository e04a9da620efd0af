namespace Immy.Typed.ScriptAttributes;

/// <summary>
/// <c>[OAuthConsent(AuthorizationEndpoint = '...', ClientID = '...')]</c>: the value of a parameter of Init is the consent of the
/// remote system's user. It is secret.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class OAuthConsentAttribute : Attribute
{
    /// <summary>What the authorization endpoint answers with.</summary>
    public string ResponseType { get; set; } = "code";

    /// <summary>Where the user consents.</summary>
    public string AuthorizationEndpoint { get; set; } = "";

    /// <summary>Where the answer is exchanged for tokens.</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>The application's id in the remote system.</summary>
    public string ClientID { get; set; } = "";

    /// <summary>The application's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What is consented to, separated by spaces.</summary>
    public string? Scope { get; set; }

    /// <summary>The resource that tokens are for.</summary>
    public string? Resource { get; set; }
}
