using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The door of the form: what an administrator types is a value, never code, and converts to listed types only.</summary>
public sealed class FormEscapes
{
    [Theory]
    [InlineData("$(1 + 1)")]
    [InlineData("`$(1 + 1)")]
    [InlineData("'; [System.IO.File]::WriteAllText('x', 'y'); '")]
    [InlineData("\"; & touch MARKER; \"")]
    [InlineData("{ $ExecutionContext.SessionState.LanguageMode = 'FullLanguage' }")]
    [InlineData("@{ a = 1 }")]
    [InlineData("-Uri x -OutFile y")]
    public async Task A_value_arrives_as_it_was_typed(string value)
    {
        using var canary = new Canary();
        await using var host = new TestHost();
        var integration = await host.LoadAsync("$Integration = New-DynamicIntegration -Init { param([string]$Value, $Other) [OpResult]::Fail(\"$Value|$Other|$($providerTypeFormData.Value)\") } -HealthCheck { }\nreturn $Integration");

        Assert.Equal($"{value}|{value}|{value}", (await integration.InitAsync(("Value", value), ("Other", value))).Message);
        canary.AssertUntouched();
    }

    [Theory]
    [InlineData("[System.IO.FileInfo]", "FileInfo")]
    [InlineData("[System.Security.Cryptography.X509Certificates.X509Certificate]", "X509Certificate")]
    [InlineData("[System.IO.StreamReader]", "StreamReader")]
    [InlineData("[System.Xml.XmlDocument]", "XmlDocument")]
    [InlineData("[scriptblock]", "ScriptBlock")]
    [InlineData("[int]", "Int32")]
    public async Task A_value_converts_to_listed_types_only(string type, string name)
    {
        using var canary = new Canary();
        await using var host = new TestHost();
        var integration = await host.LoadAsync($"$Integration = New-DynamicIntegration -Init {{ param({type}$Value) [OpResult]::Ok() }} -HealthCheck {{ }}\nreturn $Integration");

        Assert.Equal(
            $"Test.ps1(1,{53 + type.Length}): error IMMY302: The form field 'Value' takes a value of type {name}, and '{canary.SecretFile}' is none. Correct the value.",
            await Harness.Calls.FailureAsync(() => integration.InitAsync(("Value", canary.SecretFile))));
        canary.AssertUntouched();
    }

    [Fact]
    public async Task A_field_s_checks_run_constrained()
    {
        using var canary = new Canary();
        await using var host = new TestHost();
        var integration = await host.LoadAsync("$Integration = New-DynamicIntegration -Init {\nparam([ValidateScript({ $global:mode = $ExecutionContext.SessionState.LanguageMode; $true })]$Value) [OpResult]::Fail(\"$mode\") } -HealthCheck { }\nreturn $Integration");

        Assert.Equal("ConstrainedLanguage", (await integration.InitAsync(("Value", "x"))).Message);
        canary.AssertUntouched();
    }
}
