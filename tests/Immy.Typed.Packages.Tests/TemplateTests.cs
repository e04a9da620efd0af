namespace Immy.Typed.Packages.Tests;

public sealed class TemplateTests(PackageFeed feed)
{
    [Fact]
    public async Task A_capability_is_a_library_with_one_interface()
    {
        var made = await feed.NewAsync("immy-capability", "-n", "Acme.Capabilities", "--capability", "ISupportsWakingAgents");
        var folder = Path.Combine(feed.Workplace, "Acme.Capabilities");

        Assert.True(made.ExitCode == 0, made.Output);
        Assert.Equal(
            ["Acme.Capabilities.csproj", "ISupportsWakingAgents.cs"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await feed.Dotnet.SucceedAsync(folder, "build", "-warnaserror");
    }

    [Fact]
    public async Task An_integration_is_a_script_of_that_name()
    {
        var made = await feed.NewAsync("immy-integration", "-n", "Acme");

        Assert.True(made.ExitCode == 0, made.Output);
        Assert.StartsWith("# Acme:", await File.ReadAllTextAsync(Path.Combine(feed.Workplace, "Acme.ps1"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_the_commands_of_the_sdk_references_it()
    {
        var made = await feed.NewAsync("immy-host", "-n", "WithSdk", "--commands", "sdk");
        var project = await File.ReadAllTextAsync(Path.Combine(feed.Workplace, "WithSdk", "WithSdk.csproj"), TestContext.Current.CancellationToken);

        Assert.True(made.ExitCode == 0, made.Output);
        Assert.Contains("<PowerShellCommandsFrom>sdk</PowerShellCommandsFrom>", project, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Microsoft.PowerShell.SDK\"", project, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("immy-host", "Program.cs")]
    [InlineData("immy-capability", "ISupportsRebootingAgents.cs")]
    [InlineData("immy-integration", "Taken.ps1")]
    public async Task A_template_refuses_a_folder_that_holds_one_of_its_files(string template, string file)
    {
        const int wouldOverwrite = 73;
        var folder = Path.Combine(feed.Workplace, $"taken-{template}");
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);

        var refused = await feed.NewAsync(template, "-n", "Taken", "-o", folder);

        Assert.Equal(wouldOverwrite, refused.ExitCode);
        Assert.Contains(file, refused.Output, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("immy-host", "Program.cs")]
    [InlineData("immy-capability", "ISupportsRebootingAgents.cs")]
    [InlineData("immy-integration", "Shared.ps1")]
    public async Task A_template_adds_its_files_beside_others(string template, string file)
    {
        var folder = Path.Combine(feed.Workplace, $"shared-{template}");
        var other = Path.Combine(folder, "Notes.md");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(other, "mine", TestContext.Current.CancellationToken);

        var made = await feed.NewAsync(template, "-n", "Shared", "-o", folder);

        Assert.True(made.ExitCode == 0, made.Output);
        Assert.True(File.Exists(Path.Combine(folder, file)), made.Output);
        Assert.Equal("mine", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
    }
}
