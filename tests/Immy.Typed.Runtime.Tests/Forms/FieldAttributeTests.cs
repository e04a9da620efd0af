using Immy.Typed.Forms;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Runtime.Tests.Forms;

/// <summary>Attributes that make a parameter of Init more than a text field.</summary>
public sealed class FieldAttributeTests
{
    [Fact]
    public async Task Consent_is_a_secret_field_with_its_addresses()
    {
        var field = await FieldAsync("[OAuthConsent(AuthorizationEndpoint = 'https://login.acme.example/authorize', TokenEndpoint = 'https://login.acme.example/token', ClientID = 'immy', ClientSecret = 'shh-4711', Scope = 'agents.read offline_access', Resource = 'https://api.acme.example')]$Value");

        Assert.Equal((FormFieldKind.OAuthConsent, true), (field.Kind, field.IsSecret));
        Assert.Equal(
            ("https://login.acme.example/authorize", "https://login.acme.example/token", "code", "immy", "shh-4711", "agents.read offline_access", "https://api.acme.example"),
            (field.Consent!.AuthorizationEndpoint.ToString(), field.Consent.TokenEndpoint?.ToString(), field.Consent.ResponseType, field.Consent.ClientId, field.Consent.ClientSecret, field.Consent.Scope, field.Consent.Resource?.ToString()));
    }

    [Theory]
    [InlineData("[Dropdown({ 'eu', 'us' })][string]$Value", FormFieldKind.DropDown, "eu us")]
    [InlineData("[Dropdown({ 'eu'\n'us' })]$Value", FormFieldKind.DropDown, "eu us")]
    [InlineData("[Dropdown({ 'eu' })][string[]]$Value", FormFieldKind.MultiSelect, "eu")]
    [InlineData("[Dropdown({ Get-Culture })][string]$Value", FormFieldKind.DropDown, "")]
    [InlineData("[ValidateSet('eu', 'us')]$Value", FormFieldKind.Plain, "eu us")]
    [InlineData("[Password()]$Value", FormFieldKind.Plain, "")]
    public async Task A_field_has_its_kind_and_its_choices(string parameter, FormFieldKind kind, string choices)
    {
        var field = await FieldAsync(parameter);

        Assert.Equal((kind, choices), (field.Kind, string.Join(' ', field.Choices)));
    }

    [Fact]
    public async Task The_tokens_of_a_consent_are_masked_and_the_words_around_them_are_not()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("""
            $Integration = New-DynamicIntegration -Init {
                param([OAuthConsent(AuthorizationEndpoint = 'https://login.acme.example/authorize', ClientID = 'immy', ClientSecret = 'client-secret-1')]$Consent)
                Write-Host "$($Consent.token_type) $($Consent.access_token) $($Consent.refresh_token) client-secret-1"
            } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        await integration.InitAsync(("Consent", new Dictionary<string, object?> { ["token_type"] = "Bearer", ["access_token"] = "access-4711", ["refresh_token"] = "refresh-4711", ["expires_in"] = 3600 }));

        Assert.Equal("Bearer ******** ******** ********", Assert.Single(host.Observer.Last.Records).Message);
    }

    [Theory]
    [InlineData("New-Parameter -Name Pin -Secret")]
    [InlineData("New-ParameterCollection (New-Parameter Pin -Secret)")]
    [InlineData("New-OAuthConsentParameter -Name Pin -AuthorizationEndpoint 'https://login.acme.example/authorize' -ClientID immy")]
    public async Task A_secret_that_only_dynamicparam_knows_of_is_masked_before_Init_runs(string field)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            $Integration = New-DynamicIntegration -Init {
                [CmdletBinding()]
                param()
                dynamicparam { {{field}} }
                end { Write-Host "It is $($PSBoundParameters.Pin)" }
            } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        await integration.InitAsync(("Pin", "pin-4711"));

        Assert.Equal("It is ********", Assert.Single(host.Observer.Last.Records).Message);
    }

    private static async Task<FormField> FieldAsync(string parameter)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            $Integration = New-DynamicIntegration -Init { param({{parameter}}) } -HealthCheck { New-HealthyResult }
            return $Integration
            """);
        return Assert.Single(integration.Form.Fields);
    }
}
