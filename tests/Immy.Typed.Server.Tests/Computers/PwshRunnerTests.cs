using System.Management.Automation;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Computers;

/// <summary>Scripts for computers in a real pwsh process.</summary>
public sealed class PwshRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("immy-endpoint").FullName;
    private readonly Computer _computer = new() { Name = "PC" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PwshRunner Runner => new(new ServerOptions { DataFolder = _folder, Endpoint = new() { Pwsh = Pwsh.Library } });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Arguments_and_variables_go_in_and_objects_come_out_and_the_folder_is_the_computers_own()
    {
        var result = await Runner.InvokeAsync(
            _computer,
            new()
            {
                Script = "param($first, $second) 'from the script' | Set-Content made.txt; $first + $second; @{ Name = $__using_name; List = 1, 2 }; Get-Item . | ForEach-Object Name; Write-Warning careful; Write-Error 'not fatal'",
                Arguments = [40, 2],
                Variables = new Dictionary<string, object?> { ["__using_name"] = "Contoso" },
                AsUser = true,
            },
            Token);

        Assert.Null(result.Error);
        Assert.Equal(42L, result.Output[0]);
        var record = Assert.IsType<PSObject>(result.Output[1]);
        Assert.Equal("Contoso", record.Properties["Name"].Value);
        Assert.Equal(_computer.Id.ToString(), result.Output[2]);
        Assert.Equal(["the script was to run as the signed-in user; here it ran as the server's own account.", "careful", "not fatal"], result.Warnings);
        Assert.True(File.Exists(Path.Combine(_folder, "endpoints", _computer.Id.ToString(), "made.txt")));
    }

    [Fact]
    public async Task What_was_written_before_an_error_or_the_end_of_the_time_is_kept()
    {
        var thrown = await Runner.InvokeAsync(_computer, new() { Script = "'one'; throw 'the disk is full'" }, Token);
        Assert.Equal(("one", "the disk is full"), (Assert.Single(thrown.Output), thrown.Error));

        var slow = await Runner.InvokeAsync(_computer, new() { Script = "'one'; Start-Sleep 600", Timeout = TimeSpan.FromSeconds(20) }, Token);
        Assert.Equal(("one", "the script ran longer than 20 seconds and was stopped. Give it more time: Invoke-ImmyCommand -Timeout SECONDS."), (Assert.Single(slow.Output), slow.Error));
    }
}
