using System.Text.Json;
using System.Text.Json.Nodes;
using Immy.Typed.Server.Tests.Harness;
using Json.Schema;

namespace Immy.Typed.Server.Tests.Forms;

/// <summary>Forms as JSON Schema, held against what the server accepts.</summary>
public sealed class FormTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init {
            [CmdletBinding()]
            param(
                [Parameter(Mandatory, HelpMessage = 'Where **your** server is.')][DisplayName('Server address')][Uri]$Server,
                [Parameter(Mandatory)][Password()][ValidateLength(8, 20)][string]$ApiKey,
                [ValidateSet('eu', 'us')][string]$Region = 'eu',
                [ValidateRange(1, 10)][int]$Retries = 3,
                [ValidatePattern('^[a-z]{2,}\d$')][string]$Code,
                [ValidateCount(1, 2)][string[]]$Groups = @('all'),
                [bool]$Verify = $true,
                [double]$Factor,
                [DateTime]$Since,
                [guid]$Account,
                [version]$Least,
                [ValidateSet('Key', 'OAuth')][string]$Login = 'Key'
            )
            dynamicparam {
                if ($Login -eq 'OAuth') {
                    New-Parameter -Name Tenant -Mandatory -HelpMessage 'The tenant.'
                    New-DropDownParameter -Name Scope -Choices 'read', 'write' -DefaultValue 'read'
                    New-HelpText -Name Note -HelpMessage 'Consent once.'
                }
            }
            end { [OpResult]::Ok() }
        } -HealthCheck { New-HealthyResult }
        return $Integration
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task The_form_is_a_schema_with_hints()
    {
        var schema = await Server.GetAsync(await fixture.TypeAsync(Script) + "/form");

        var fields = schema.GetProperty("properties");
        Assert.Equal("Server ApiKey".Split(' '), schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal("""{"type":"string","format":"uri-reference","minLength":1,"title":"Server address","description":"Where **your** server is.","x-immy-order":0,"x-immy-kind":"Plain"}""", schema.GetProperty("properties").EnumerateObject().First().Value.GetRawText());
        Assert.Equal("""{"type":"string","minLength":8,"maxLength":20,"title":"ApiKey","x-immy-order":1,"x-immy-kind":"Plain","writeOnly":true,"x-immy-secret":true}""", fields.GetProperty("ApiKey").GetRawText());
        Assert.Equal("""{"type":"string","enum":["eu","us"],"title":"Region","default":"eu","x-immy-order":2,"x-immy-kind":"Plain"}""", fields.GetProperty("Region").GetRawText());
        Assert.Equal("""{"type":"integer","minimum":1,"maximum":10,"title":"Retries","default":3,"x-immy-order":3,"x-immy-kind":"Plain"}""", fields.GetProperty("Retries").GetRawText());
        Assert.Equal("""["all"]""", fields.GetProperty("Groups").GetProperty("default").GetRawText());
        Assert.Equal("^[a-zA-Z]{2,}\\d$", fields.GetProperty("Code").GetProperty("pattern").GetString());
        Assert.Equal((true, true), (schema.GetProperty("x-immy-has-dependent-fields").GetBoolean(), schema.GetProperty("additionalProperties").GetBoolean()));
        Assert.False(fields.TryGetProperty("Tenant", out _));
    }

    [Fact]
    public async Task Partial_values_bring_the_fields_that_depend_on_them()
    {
        var (status, schema) = await Server.PostAsync(await fixture.TypeAsync(Script) + "/form", new { values = new { login = "OAuth" } });

        Assert.Equal(200, status);
        Assert.Equal("Server ApiKey Tenant".Split(' '), schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal("""{"type":"string","minLength":1,"title":"Tenant","description":"The tenant.","x-immy-order":12,"x-immy-kind":"Plain","x-immy-dependent":true}""", schema.GetProperty("properties").GetProperty("Tenant").GetRawText());
        Assert.Equal("HelpText", schema.GetProperty("properties").GetProperty("Note").GetProperty("x-immy-kind").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815"}""", true)]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Region":"us","Retries":10,"Code":"AB7","Groups":["a","b"],"Verify":false,"Factor":1.5,"Since":"2026-01-02T03:04:05Z","Account":"0b2f8c62-5a6f-4f0d-9f0e-0a5f8f1c2d3e","Least":"1.2.3"}""", true)]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Login":"OAuth","Tenant":"contoso","Scope":"write"}""", true)]
    [InlineData("""{"Server":"https://a.test"}""", false, "ApiKey is mandatory.")]
    [InlineData("""{"Server":"","ApiKey":"key-47110815"}""", false, "Server address is mandatory.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"short"}""", false, "The form field 'ApiKey' refuses its value: the secret has 5 characters, and 8 to 20 are allowed. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Region":"asia"}""", false, "The form field 'Region' refuses its value: 'asia' is none of its choices: eu, us. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Retries":11}""", false, "The form field 'Retries' refuses its value: '11' is not from 1 to 10. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Retries":"many"}""", false, "The form field 'Retries' takes a value of type Int32, and 'many' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Code":"7ab"}""", false, "The form field 'Code' refuses its value: '7ab' does not match ^[a-z]{2,}\\d$. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Groups":["a","b","c"]}""", false, "The form field 'Groups' refuses its value: it has 3 values, and 1 to 2 are allowed. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Verify":"perhaps"}""", false, "The form field 'Verify' takes a value of type Boolean, and 'perhaps' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Factor":"much"}""", false, "The form field 'Factor' takes a value of type Double, and 'much' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Since":"some day"}""", false, "The form field 'Since' takes a value of type DateTime, and 'some day' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Account":"none"}""", false, "The form field 'Account' takes a value of type Guid, and 'none' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Least":"new"}""", false, "The form field 'Least' takes a value of type Version, and 'new' is none. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Login":"OAuth"}""", false, "Tenant is mandatory.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Login":"OAuth","Tenant":"contoso","Scope":"all"}""", false, "The form field 'Scope' refuses its value: 'all' is none of its choices: read, write. Correct the value.")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Login":"OAuth","Tenant":"contoso","Note":"x"}""", false, "The form has no field 'Note'. Did you mean 'Code'?")]
    [InlineData("""{"Server":"https://a.test","ApiKey":"key-47110815","Tenant":"contoso"}""", false, "The form has no field 'Tenant'. It has: Server, ApiKey, Region, Retries, Code, Groups, Verify, Factor, Since, Account, Least, Login.")]
    public async Task The_schema_accepts_what_a_link_accepts_and_refuses_what_it_refuses(string values, bool isRight, string? message = null)
    {
        var type = await fixture.TypeAsync(Script);
        var given = JsonNode.Parse(values)!;

        var (link, problem) = await Server.PostAsync("provider-links", new { integrationTypeId = type.Split('/')[1], name = fixture.NextName(), values = given });
        var (form, schema) = await Server.PostAsync(type + "/form", new { values = given });

        Assert.True(link == (isRight ? 201 : 400), problem.ToString());
        Assert.Equal(message, isRight ? null : problem.GetProperty("errors").EnumerateObject().Single().Value[0].GetString());
        // A value that is not even of its field's type is refused with the form already.
        Assert.True(form == 200 || problem.GetProperty("errors").GetRawText() == schema.GetProperty("errors").GetRawText(), schema.ToString());
        if (form != 200)
        {
            schema = await Server.GetAsync(type + "/form");
        }

        var result = JsonSchema.FromText(schema.GetRawText()).Evaluate(JsonElement.Parse(values), new EvaluationOptions { RequireFormatValidation = true });
        Assert.Equal(isRight, result.IsValid);
    }

    [Fact]
    public async Task A_dynamicparam_that_fails_has_line_and_column_and_no_secret()
    {
        var type = await fixture.TypeAsync("""
            $Integration = New-DynamicIntegration -Init {
                [CmdletBinding()]
                param([Password()][string]$Key)
                dynamicparam { if ($Key) { throw "No fields for $Key" } }
                end { [OpResult]::Ok() }
            } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        var (status, problem) = await Server.PostAsync(type + "/form", new { values = new { Key = "key-4711" } });

        Assert.Equal((422, "The script cannot say which fields its form has: dynamicparam of Init fails."), (status, problem.GetProperty("detail").GetString()));
        var first = problem.GetProperty("problems")[0];
        Assert.Equal((4, 32, "IProvider.Init failed: No fields for ********."), (first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32(), first.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Consent_comes_with_its_addresses_and_without_its_secret()
    {
        var type = await fixture.TypeAsync("""
            $Integration = New-DynamicIntegration -Init {
                param([OAuthConsent(AuthorizationEndpoint = 'https://login.acme.example/authorize', TokenEndpoint = 'https://login.acme.example/token', ClientID = 'immy', ClientSecret = 'shh-4711', Scope = 'read')]$Consent)
                [OpResult]::Ok()
            } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        var form = await Server.GetAsync(type + "/form");

        Assert.Equal(
            """{"authorizationEndpoint":"https://login.acme.example/authorize","tokenEndpoint":"https://login.acme.example/token","responseType":"code","clientId":"immy","scope":"read","resource":null,"extraQueryParameters":{}}""",
            form.GetProperty("properties").GetProperty("Consent").GetProperty("x-immy-consent").GetRawText());
        Assert.DoesNotContain("shh-4711", form.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_does_not_exist_is_told()
    {
        using var response = await Server.Client.GetAsync($"integration-types/{Guid.Empty}/form", Token);

        Assert.Equal((404, $"There is no integration type {Guid.Empty}."), ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Token)).GetProperty("detail").GetString()));
    }
}
