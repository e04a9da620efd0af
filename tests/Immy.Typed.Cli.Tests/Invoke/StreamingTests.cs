using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Invoke;

public sealed class StreamingTests : IDisposable
{
    private const string GetClients = "ISupportsListingClients.GetClients";
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_line_is_there_before_the_last_record_is_made()
    {
        using var process = ImmyProcess.Start(new Dictionary<string, string>(), "invoke", Endless(), GetClients, "--format", "ndjson");

        var first = await process.Out.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Equal("{\"externalClientId\":\"1\",\"clientName\":\"One\"}", first);
        Assert.False(process.HasExited);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_process_quietly()
    {
        using var process = ImmyProcess.Start(new Dictionary<string, string>(), "invoke", Endless(), GetClients, "--format", "ndjson");

        await process.Out.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Out.Close();
        var ran = await process.EndAsync("");

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_stops_the_block_and_leaves_a_whole_array()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var process = ImmyProcess.Start(new Dictionary<string, string>(), "invoke", Endless(), GetClients);

        var open = await process.Out.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Interrupt();
        var ran = await process.EndAsync();

        Assert.Equal("error: cancelled.\n", ran.Error);
        Assert.Equal(130, ran.ExitCode);
        Assert.EndsWith("}\n]\n", open + "\n" + ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_of_the_script_go_to_standard_error_with_their_kind()
    {
        var script = _folder.WithBlock("ISupportsListingClients", "GetClients", """
            Write-Host 'hello'
            Write-Warning 'careful'
            Write-Verbose 'detail' -Verbose
            Write-Information 'fact'
            Write-Progress -Activity Reading -Status 'page 1' -PercentComplete 40
            try { throw 'small' } catch { }
            """);
        var ran = await InProcess.RunAsync("invoke", script, GetClients);

        Assert.Equal(["host: hello", "warning: careful", "verbose: detail", "info: fact", "progress: Reading: page 1 (40 %)", "caught: small"], ran.ErrorLines);
        Assert.Equal("[]\n", ran.Out);
        Assert.Equal(0, ran.ExitCode);
    }

    private string Endless() => _folder.WithBlock("ISupportsListingClients", "GetClients", """
        New-IntegrationClient -ClientId 1 -ClientName One
        while ($true) { Start-Sleep -Milliseconds 50; New-IntegrationClient -ClientId 2 -ClientName Two }
        """);
}
