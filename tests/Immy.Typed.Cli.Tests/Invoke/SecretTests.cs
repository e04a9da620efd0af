using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class SecretTests : IDisposable
{
    private const string Secret = "hunter2 + pass/word";
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("inline", "json")]
    [InlineData("inline", "ndjson")]
    [InlineData("inline", "table")]
    [InlineData("file", "json")]
    [InlineData("env", "json")]
    [InlineData("param", "json")]
    public async Task A_secret_reaches_the_script_and_stands_in_no_output(string way, string format)
    {
        string[] arguments = way switch
        {
            "file" => ["--secret", $"Key=@{_folder.Write("key.txt", Secret + "\n")}"],
            "env" => ["--secret", "Key=env:IMMY_TEST_KEY"],
            "param" => ["--param", $"Key={Secret}"],
            _ => ["--secret", $"Key={Secret}"],
        };
        var script = _folder.WithBlock("ISupportsAuthenticatedDownload", "GetAuthHeader", """
            Write-Host "https://example.net/?key=$([Uri]::EscapeDataString($IntegrationContext.K))"
            Write-Warning "plain $($IntegrationContext.K)"
            Write-Error "error $($IntegrationContext.K)"
            @{ Authorization = "Bearer $($IntegrationContext.K)"; Length = $IntegrationContext.K.Length }
            """, "param([Password()]$Key) $IntegrationContext.K = $Key");
        var ran = await ImmyProcess.RunAsync(
            new Dictionary<string, string> { ["IMMY_TEST_KEY"] = Secret },
            ["invoke", script, "ISupportsAuthenticatedDownload.GetAuthHeader", "--format", format, .. arguments]);

        Assert.Contains("Bearer ********", ran.Out, StringComparison.Ordinal);
        Assert.Contains("19", ran.Out, StringComparison.Ordinal);
        Assert.Contains("host: https://example.net/?key=********\n", ran.Error, StringComparison.Ordinal);
        Assert.Contains("warning: plain ********\n", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", ran.Out + ran.Error, StringComparison.Ordinal);
        Assert.Equal(3, ran.ExitCode);
    }

    [Fact]
    public async Task A_secret_for_a_field_of_another_type_is_masked_in_the_message()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script("", "param([int]$Port)"), "IProvider.Init", "--secret", "Port=hunter2");

        Assert.Equal("Test.ps1(1,58): error IMMY302: The form field 'Port' takes a value of type Int32, and '********' is none. Correct the value.\n", _folder.Bare(ran.Error));
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task A_secret_that_is_too_short_to_mask_is_warned_about()
    {
        var ran = await InProcess.RunAsync("invoke", _folder.Script("", "param($Pin)"), "IProvider.Init", "--secret", "Pin=123", "--format", "ndjson");

        Assert.Equal("warning: The secret Pin is too short to be masked.\n", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }
}
