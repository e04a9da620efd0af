using System.Text;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Secrets;

namespace Immy.Typed.Runtime.Tests.Secrets;

public sealed class SecretTests
{
    private const string Secret = "p@ss/w&rd+ü 1\"x";

    public static TheoryData<string> Leaks =>
    [
        "Write-Host $key",
        "Write-Host \"before $key after\"",
        "Write-Verbose $key -Verbose",
        "Write-Debug $key -Debug",
        "Write-Warning $key",
        "Write-Information $key",
        "Write-Progress -Activity $key -Status $key",
        "Write-Error $key",
        "Write-Error -Exception ([System.Exception]::new($key))",
        "throw $key",
        "throw \"bad: $key\"",
        "try { throw $key } catch { }",
        "Write-Host ([uri]::EscapeDataString($key))",
        "Invoke-RestMethod \"http://127.0.0.1:1/?key=$([uri]::EscapeDataString($key))\"",
        "Write-Host ([System.Web.HttpUtility]::UrlEncode($key))",
        "Write-Host (@{ key = $key } | ConvertTo-Json)",
        "Write-Host (@{ key = $key } | Out-String)",
        "@{ key = $key } | Format-List | Out-Host",
        "Write-Host ([Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($key)))",
        "Write-Host ([Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes(\"u:$key\")))",
        "Write-Host ([Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes(\"us:$key\")))",
        "Write-Host ([Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes(\"use:$key.\")))",
        "Write-Host ([Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($key)))",
        "Write-Host ([System.Net.WebUtility]::HtmlEncode($key))",
        "Write-Host $key.ToUpper()",
        "[int]$key",
        "$key | New-DynamicIntegration -Init $key",
        "New-IntegrationClient -ClientId $key -ClientName $key | Out-Host",
        "Get-Variable -Name $key -ErrorAction Continue",
        "& $key",
        "Write-Host $IntegrationContext.Whole.Authorization",
        "Write-Host $providerTypeFormData.Key",
    ];

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task No_stream_and_no_exception_holds_a_secret(string leak)
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync($$"""
            $Integration = New-DynamicIntegration -Init {
                param([Password()] $Key)
                $IntegrationContext.Value = $Key
                $IntegrationContext.Whole = @{ Authorization = "Bearer other-secret-$Key" }
            } -HealthCheck {
                $key = $IntegrationContext.Value
                {{leak}}
                New-HealthyResult
            }
            return $Integration
            """);
        await integration.InitAsync(("Key", Secret));

        string thrown;
        try
        {
            await integration.HealthAsync();
            thrown = "";
        }
        catch (BlockException exception)
        {
            thrown = exception.ToString();
        }

        var run = host.Observer.Last;
        var everything = thrown + string.Join('\n', run.Records.Select(static record => record.Message).Concat(run.Problems.Select(static problem => problem.ToString())));
        Assert.NotEqual("", everything);
        foreach (var form in Forms())
        {
            Assert.DoesNotContain(form, everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("""{"a":"topsecret"}""", """{"a":"********"}""")]
    [InlineData("https://host/?k=topsecret&x=1", "https://host/?k=********&x=1")]
    [InlineData("Basic dXNlcjp0b3BzZWNyZXQ=", "Basic ********")]
    [InlineData("nothing here", "nothing here")]
    [InlineData("topsecrettopsecret", "****************")]
    public void Masked_text_stays_valid_where_it_stands(string text, string masked)
    {
        var mask = new SecretMask();
        Assert.True(mask.Add("topsecret"));

        Assert.Equal(masked, mask.Mask(text));
    }

    [Fact]
    public void Of_two_secrets_the_longer_is_replaced_first()
    {
        var mask = new SecretMask();
        mask.Add("abcd");
        mask.Add("abcdefgh");

        Assert.Equal("******** ********", mask.Mask("abcdefgh abcd"));
    }

    [Fact]
    public void A_value_too_short_to_mask_is_said_to_be()
    {
        Assert.False(new SecretMask().Add("abc"));
        Assert.True(new SecretMask().Add(""));
    }

    [Fact]
    public async Task Header_tables_in_the_context_hold_secrets()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync("""
            $Integration = New-DynamicIntegration -Init {
                $IntegrationContext.AuthHeader = @{ 'X-Any' = 'APIToken value-of-token' }
                $IntegrationContext.Site = 'plain-value'
            } -HealthCheck { Write-Host 'value-of-token plain-value'; New-HealthyResult }
            return $Integration
            """);
        await integration.InitAsync();
        await integration.HealthAsync();

        Assert.Equal("******** plain-value", Assert.Single(host.Observer.Last.Records).Message);
    }

    private static IEnumerable<string> Forms()
    {
        yield return Secret;
        yield return Uri.EscapeDataString(Secret);
        yield return System.Net.WebUtility.UrlEncode(Secret);
        yield return System.Net.WebUtility.HtmlEncode(Secret);
        foreach (var before in (string[])["", "u:", "us:", "use:"])
        {
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Secret + "."))[..^4];
        }

        yield return Convert.ToBase64String(Encoding.Unicode.GetBytes(Secret));
        yield return "w&rd";
        yield return "w\\u0026rd";
        yield return "w%26rd";
    }
}
