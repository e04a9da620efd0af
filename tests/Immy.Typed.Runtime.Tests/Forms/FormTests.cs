using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Forms;

public sealed class FormTests
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init {
            param(
                [Parameter(Mandatory, HelpMessage = 'Where the **console** is')]
                [Uri]$S1Uri,
                [Parameter(Mandatory)]
                [DisplayName("API Key")]
                [Password(StripValue = $true)]
                $S1ApiKey,
                [ValidateSet('Gold', 'Silver')]
                [string]$Plan = 'Gold',
                [ValidateRange(1, 10)]
                [int]$Retries = 3,
                [bool]$Verify,
                [securestring]$Other
            )
            $IntegrationContext.Seen = "$($S1Uri.Host)|$($S1Uri.GetType().Name)|$Plan|$Retries|$Verify|$($Other.Length)|$($providerTypeFormData.S1Uri)"
            [OpResult]::Ok()
        } -HealthCheck { New-UnhealthyResult $IntegrationContext.Seen }
        return $Integration
        """;

    [Fact]
    public async Task The_form_is_the_param_of_Init()
    {
        await using var host = new TestHost();
        var form = (await host.LoadAsync(Script)).Form;

        Assert.Equal(["S1Uri", "S1ApiKey", "Plan", "Retries", "Verify", "Other"], form.Fields.Select(static field => field.Name));
        Assert.Equal("API Key", form.Find("s1apikey")!.Label);
        Assert.Equal(typeof(Uri), form.Find("S1Uri")!.Type);
        Assert.Equal("Where the **console** is", form.Find("S1Uri")!.Help);
        Assert.Equal(["S1Uri", "S1ApiKey"], form.Fields.Where(static field => field.IsMandatory).Select(static field => field.Name));
        Assert.Equal(["S1ApiKey", "Other"], form.Fields.Where(static field => field.IsSecret).Select(static field => field.Name));
        Assert.Equal(["Gold", "Silver"], form.Find("Plan")!.Choices);
        Assert.Equal("'Gold'", form.Find("Plan")!.Default);
    }

    [Fact]
    public async Task Values_arrive_with_the_types_of_the_form()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        await integration.InitAsync(("S1Uri", "https://example.test/"), ("s1apikey", "secret-key"), ("Retries", "7"), ("Verify", "false"), ("Other", "abcdef"));

        Assert.Equal("example.test|Uri|Gold|7|False|6|https://example.test/", (await integration.HealthAsync()).Message);
    }

    [Theory]
    [InlineData("S1ApiKey=secret-key", "Test.ps1(4,14): error IMMY301: The form field 'S1Uri' is mandatory and has no value. Give it a value (Uri).")]
    [InlineData("S1Uri=https://a.test", "Test.ps1(8,9): error IMMY301: The form field 'S1ApiKey' (API Key) is mandatory and has no value. Give it a value (Object).")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=", "Test.ps1(8,9): error IMMY301: The form field 'S1ApiKey' (API Key) is mandatory and has no value. Give it a value (Object).")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=secret-key,Retries=many", "Test.ps1(12,14): error IMMY302: The form field 'Retries' takes a value of type Int32, and 'many' is none. Correct the value.")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=secret-key,Verify=perhaps", "Test.ps1(13,15): error IMMY302: The form field 'Verify' takes a value of type Boolean, and 'perhaps' is none. Correct the value.")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=secret-key,Plan=Bronze", "Test.ps1(1,45): error IMMY303: The form field 'Plan' refuses its value: The argument \"Bronze\" does not belong to the set \"Gold,Silver\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again. Correct the value.")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=secret-key,Retries=11", "Test.ps1(1,45): error IMMY303: The form field 'Retries' refuses its value: The 11 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again. Correct the value.")]
    [InlineData("S1Uri=https://a.test,S1ApiKey=secret-key,S1Url=x", "Test.ps1(1,45): error IMMY304: The form has no field 'S1Url'. Did you mean 'S1Uri'?")]
    public async Task A_wrong_value_names_its_field(string form, string message)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);
        var values = form.Split(',').Select(static pair => pair.Split('=')).Select(static pair => (pair[0], (object?)pair[1])).ToArray();

        Assert.Equal(message, await Harness.Calls.FailureAsync(() => integration.InitAsync(values)));
        Assert.Equal(RunOutcome.Failed, host.Observer.Last.Outcome);
    }

    [Fact]
    public async Task All_wrong_values_are_told_at_once()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        Assert.Equal(3, (await Harness.Calls.FailureAsync(() => integration.InitAsync(("Retries", "many")))).Split('\n').Length);
    }

    [Fact]
    public async Task A_secret_that_is_too_short_to_mask_is_warned_of()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Script);

        await integration.InitAsync(("S1Uri", "https://a.test"), ("S1ApiKey", "abc"));

        Assert.Equal(
            "warning IMMY305: The secret in the form field 'S1ApiKey' is shorter than 4 characters, so it cannot be masked in messages. Use a longer secret.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }
}
