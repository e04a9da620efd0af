using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes a field of the form, in <c>dynamicparam</c> of Init, that fetches the consent of the remote system's user. Its value is secret.</summary>
/// <example>
/// <code>
/// New-OAuthConsentParameter -Name Consent -AuthorizationEndpoint 'https://login.acme.example/authorize' -TokenEndpoint 'https://login.acme.example/token' -ClientID 'immy' -Scope 'agents.read', 'offline_access' -Mandatory
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "OAuthConsentParameter")]
[OutputType(typeof(RuntimeDefinedParameter))]
public sealed class NewOAuthConsentParameterCommand : FieldCommand
{
    /// <summary>Where the user consents.</summary>
    [Parameter(Mandatory = true)]
    public required Uri AuthorizationEndpoint { get; set; }

    /// <summary>Where the answer is exchanged for tokens.</summary>
    [Parameter]
    public Uri? TokenEndpoint { get; set; }

    /// <summary>What the authorization endpoint answers with.</summary>
    [Parameter]
    public string ResponseType { get; set; } = "code";

    /// <summary>The application's id in the remote system.</summary>
    [Parameter(Mandatory = true)]
    public required string ClientID { get; set; }

    /// <summary>The application's secret; masked from here on.</summary>
    [Parameter]
    public string? ClientSecret { get; set; }

    /// <summary>What is consented to; several are joined with spaces.</summary>
    [Parameter]
    public string[] Scope { get; set; } = [];

    /// <summary>The resource that tokens are for.</summary>
    [Parameter]
    public string? Resource { get; set; }

    /// <summary>Further query parameters of the authorization endpoint.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public IDictionary? ExtraQueryParameters { get; set; }

    /// <inheritdoc/>
    private protected override (Type Type, FormFieldAttribute Field) Make()
    {
        Instance.Mask.Add(ClientSecret);
        return (typeof(object), new FormFieldAttribute(FormFieldKind.OAuthConsent)
        {
            Label = Label,
            DefaultValue = DefaultValue,
            IsHidden = Hidden,
            IsSecret = true,
            Consent = new OAuthConsentSettings
            {
                AuthorizationEndpoint = AuthorizationEndpoint,
                TokenEndpoint = TokenEndpoint,
                ResponseType = ResponseType,
                ClientId = ClientID,
                ClientSecret = string.IsNullOrEmpty(ClientSecret) ? null : ClientSecret,
                Scope = Scope.Length == 0 ? null : string.Join(' ', Scope),
                Resource = string.IsNullOrEmpty(Resource) ? null : Resource,
                ExtraQueryParameters = Extra(),
            },
        });
    }

    private Dictionary<string, string> Extra()
    {
        var extra = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in ExtraQueryParameters ?? new Hashtable())
        {
            extra[entry.Key.ToString()!] = Convert.ToString(entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value, CultureInfo.InvariantCulture) ?? "";
        }

        return extra;
    }
}
