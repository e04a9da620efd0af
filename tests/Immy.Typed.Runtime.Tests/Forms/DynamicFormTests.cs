using Immy.Typed.Forms;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Runtime.Tests.Forms;

/// <summary>The form with the fields that dynamicparam adds for the values given so far.</summary>
public sealed class DynamicFormTests
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init {
            [CmdletBinding()]
            param([Parameter(Mandatory)][ValidateSet('Cloud', 'Own')][string]$Hosting, [int]$Port = 443)
            dynamicparam {
                if ($Hosting -eq 'Own') {
                    New-ParameterCollection @(
                        New-Parameter -Name Server -Type ([Uri]) -Mandatory -HelpMessage 'Your **own** server.'
                        New-Parameter -Name ApiKey -Label 'API key' -Secret -Mandatory
                        New-DropDownParameter -Name Region -Choices 'eu', 'us' -DefaultValue 'eu'
                        New-DropDownParameter -Name Products -Choices 'Backup', 'Firewall' -Multiselect
                        New-CheckboxParameter -Name Verify -DefaultValue $true
                        New-DateTimeParameter -Name Since -Hidden
                        New-HelpText -Name Note -HelpMessage 'Make the key under **API**.' -Position 0
                        New-OAuthConsentParameter -Name Consent -AuthorizationEndpoint 'https://login.acme.example/authorize' -ClientID immy -ClientSecret 'shh-4711'
                    )
                }
                elseif ($Port -eq 1) { throw 'Port 1 is nobody''s.' }
                elseif ($Port -eq 2) { 'no field' }
                elseif ($Port -eq 3) { New-ParameterCollection (New-Parameter Port) }
                elseif ($Port -eq 4) { New-Parameter First; New-Parameter Second }
            }
            end { [OpResult]::Ok() }
        } -HealthCheck { New-HealthyResult }
        return $Integration
        """;

    [Fact]
    public async Task Without_values_only_the_declared_fields_are_there()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        var form = await FormAsync(integration);

        Assert.Equal(["Hosting", "Port"], form.Fields.Select(static field => field.Name));
        Assert.True(form.HasDynamicFields);
        Assert.Empty(host.Observer.Runs);
    }

    [Fact]
    public async Task Values_bring_the_fields_that_depend_on_them_in_order()
    {
        await using var host = new TestHost();
        var form = await FormAsync(await host.LoadAsync(Script), ("hosting", "own"));

        Assert.Equal(["Note", "Hosting", "Port", "Server", "ApiKey", "Region", "Products", "Verify", "Since", "Consent"], form.Fields.Select(static field => field.Name));
        Assert.Equal(["Hosting", "Server", "ApiKey"], form.Fields.Where(static field => field.IsMandatory).Select(static field => field.Name));
        Assert.Equal(["ApiKey", "Consent"], form.Fields.Where(static field => field.IsSecret).Select(static field => field.Name));
        Assert.Equal((typeof(Uri), "Your **own** server.", true), (form.Find("Server")!.Type, form.Find("Server")!.Help, form.Find("Server")!.IsDynamic));
        Assert.Equal("API key", form.Find("ApiKey")!.Label);
        Assert.Equal((FormFieldKind.DropDown, "eu us", "eu", true), (form.Find("Region")!.Kind, string.Join(' ', form.Find("Region")!.Choices), form.Find("Region")!.DefaultValue, form.Find("Region")!.Rules.IsLimitedToChoices));
        Assert.Equal((FormFieldKind.MultiSelect, typeof(string[])), (form.Find("Products")!.Kind, form.Find("Products")!.Type));
        Assert.Equal((FormFieldKind.Checkbox, (object)true), (form.Find("Verify")!.Kind, form.Find("Verify")!.DefaultValue));
        Assert.Equal((FormFieldKind.DateTime, true), (form.Find("Since")!.Kind, form.Find("Since")!.IsHidden));
        Assert.Equal((FormFieldKind.HelpText, "Make the key under **API**."), (form.Find("Note")!.Kind, form.Find("Note")!.Help));
        Assert.Equal("https://login.acme.example/authorize", form.Find("Consent")!.Consent!.AuthorizationEndpoint.ToString());
    }

    [Fact]
    public async Task Fields_that_are_written_one_by_one_are_all_taken()
    {
        await using var host = new TestHost();

        Assert.Equal(["Hosting", "Port", "First", "Second"], (await FormAsync(await host.LoadAsync(Script), ("Port", 4))).Fields.Select(static field => field.Name));
    }

    [Theory]
    [InlineData(1, "Test.ps1(17,32): error IMMY201: IProvider.Init failed: Port 1 is nobody's. What it wrote until then is in the run's streams.")]
    [InlineData(2, "Test.ps1(4,5): error IMMY417: dynamicparam takes what New-Parameter and its relatives return, and got String. Pass the fields only.")]
    [InlineData(3, "Test.ps1(4,5): error IMMY416: The form has two fields 'Port'. Give each field of dynamicparam its own name.")]
    [InlineData("many", "Test.ps1(3,85): error IMMY302: The form field 'Port' takes a value of type Int32, and 'many' is none. Correct the value.")]
    public async Task What_is_wrong_with_dynamicparam_or_its_values_has_its_place(object port, string message)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        Assert.Equal(message, await Harness.Calls.FailureAsync(() => FormAsync(integration, ("Port", port))));
    }

    [Fact]
    public async Task Secrets_that_are_given_are_masked_from_then_on()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        await FormAsync(integration, ("Hosting", "Own"), ("apikey", "key-4711"));

        Assert.Equal("******** and ********", integration.Mask.Mask("key-4711 and shh-4711"));
    }

    [Fact]
    public async Task Init_gets_what_the_form_asked_for()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);
        await FormAsync(integration, ("Hosting", "Own"));

        Assert.True((await integration.InitAsync(("Hosting", "Own"), ("Server", "https://own.example"), ("ApiKey", "key-4711"))).IsSuccess);
    }

    [Theory]
    [InlineData("Hosting=Own,Server=https://own.example,ApiKey=key-4711", "")]
    [InlineData("Hosting=Own,Server=https://own.example", "IMMY301 ApiKey: The form field 'ApiKey' (API key) is mandatory and has no value.")]
    [InlineData("Hosting=Own,Server=https://own.example,ApiKey=key-4711,Region=asia", "IMMY303 Region: The form field 'Region' refuses its value: 'asia' is none of its choices: eu, us.")]
    [InlineData("Hosting=Own,Server=https://own.example,ApiKey=key-4711,Regon=eu", "IMMY304 Regon: The form has no field 'Regon'.")]
    [InlineData("Hosting=Own,Server=https://own.example,ApiKey=key-4711,Note=x", "IMMY304 Note: The form has no field 'Note'.")]
    [InlineData("Hosting=Own,Server=https://own.example,ApiKey=key-4711,Verify=perhaps", "IMMY302 Verify: The form field 'Verify' takes a value of type Boolean, and 'perhaps' is none.")]
    public async Task A_form_checks_values_without_running_Init(string values, string expected)
    {
        await using var host = new TestHost();
        var given = values.Split(',').Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => (object?)pair[1]);
        var form = await (await host.LoadAsync(Script)).GetFormAsync(given, TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join('\n', form.Check(given).Select(static problem => $"{problem.Id} {problem.Parameter}: {problem.Message}")));
    }

    [Theory]
    [InlineData("[ValidateRange(1, 10)][int]$Value", 11, "'11' is not from 1 to 10.")]
    [InlineData("[ValidateRange('Positive')][int]$Value", 0, "'0' is not more than 0.")]
    [InlineData("[ValidateLength(2, 3)][string]$Value", "abcd", "'abcd' has 4 characters, and 2 to 3 are allowed.")]
    [InlineData("[ValidatePattern('^a+$')][string]$Value", "b", "'b' does not match ^a+$.")]
    [InlineData("[ValidatePattern('^a+$')][string]$Value", "AA", null)]
    [InlineData("[ValidatePattern('^a+$', Options = 'None')][string]$Value", "AA", "'AA' does not match ^a+$.")]
    [InlineData("[ValidateCount(1, 2)][string[]]$Value", "a b c", "it has 3 values, and 1 to 2 are allowed.")]
    [InlineData("[ValidateSet('a', 'b')][string[]]$Value", "a c", "'c' is none of its choices: a, b.")]
    [InlineData("[ValidatePattern('^a+$')][Password()][string]$Value", "secret", "the secret does not match ^a+$.")]
    public async Task The_rules_of_declared_fields_are_those_of_the_engine(string parameter, object value, string? reason)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            $Integration = New-DynamicIntegration -Init { param({{parameter}}) } -HealthCheck { New-HealthyResult }
            return $Integration
            """);
        var given = new Dictionary<string, object?> { ["Value"] = value is string text && text.Contains(' ', StringComparison.Ordinal) ? text.Split(' ') : value };

        var problems = integration.Form.Check(given);

        Assert.Equal(reason is null ? [] : [$"The form field 'Value' refuses its value: {reason}"], problems.Select(static problem => problem.Message));
        if (reason is null)
        {
            Assert.True((await integration.Provider.Init(given, TestContext.Current.CancellationToken)).IsSuccess);
        }
        else
        {
            Assert.Contains("IMMY303", await Harness.Calls.FailureAsync(() => integration.Provider.Init(given, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Defaults_that_are_constants_are_values()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("""
            $Integration = New-DynamicIntegration -Init { param($A = 'x', $B = 3, $C = $true, $D = @('a', 'b'), $E = (Get-Date), $F = -1) } -HealthCheck { New-HealthyResult }
            return $Integration
            """);

        Assert.Equal(["x", 3, true, new object[] { "a", "b" }, null, -1], integration.Form.Fields.Select(static field => field.DefaultValue));
        Assert.Equal("(Get-Date)", integration.Form.Find("E")!.Default);
    }

    private static Task<InitForm> FormAsync(Integrations.DynamicIntegration integration, params (string Name, object? Value)[] values)
        => integration.GetFormAsync(values.ToDictionary(static pair => pair.Name, static pair => pair.Value), TestContext.Current.CancellationToken);
}
