namespace Immy.Typed.Packages.Tests;

public sealed class PackageTests(PackageFeed feed)
{
    [Fact]
    public void Immy_Typed_brings_the_generator_and_what_it_loads()
    {
        var analyzers = feed.FilesOf("Immy.Typed").Where(static file => file.StartsWith("analyzers/", StringComparison.Ordinal));

        Assert.Equal(["analyzers/dotnet/cs/Immy.Typed.CodeFixes.dll", "analyzers/dotnet/cs/Immy.Typed.Generators.dll", "analyzers/dotnet/cs/Scriban.Signed.dll"], analyzers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Immy_Typed_leaves_the_commands_of_PowerShell_to_its_host()
    {
        var files = feed.FilesOf("Immy.Typed");

        Assert.DoesNotContain(files, static file => Path.GetFileName(file).StartsWith("Microsoft.", StringComparison.Ordinal));
        Assert.Contains("buildTransitive/Immy.Typed.props", files);
        Assert.Contains("buildTransitive/Immy.Typed.targets", files);
        Assert.Contains("buildTransitive/PowerShell.proj", files);
    }

    [Theory]
    [InlineData("Immy.Typed.Abstractions")]
    [InlineData("Immy.Typed")]
    [InlineData("Immy.Typed.Templates")]
    [InlineData("Immy.Typed.Cli")]
    public void Every_package_says_what_it_is(string id)
    {
        var description = feed.TextOf(id, $"{id}.nuspec");

        Assert.Contains("README.md", feed.FilesOf(id));
        Assert.Contains("icon.png", feed.FilesOf(id));
        Assert.Contains("<license type=\"expression\">MIT</license>", description, StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", description, StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Immy.Typed.Abstractions", "Immy.Typed.Abstractions")]
    [InlineData("Immy.Typed", "Immy.Typed.Runtime")]
    public void A_library_comes_with_its_documentation_and_symbols(string id, string assembly)
    {
        Assert.Contains($"lib/net10.0/{assembly}.xml", feed.FilesOf(id));
        Assert.Contains($"lib/net10.0/{assembly}.pdb", feed.FilesOf(id, ".snupkg"));
    }

    [Fact]
    public void The_tool_brings_the_text_of_Get_Help()
        => Assert.Contains("tools/net10.0/any/Immy.Typed.Runtime.xml", feed.FilesOf("Immy.Typed.Cli"));

    [Fact]
    public async Task The_tool_installs_and_runs()
    {
        var tools = Path.Combine(feed.Workplace, "tools");
        var version = Path.GetFileNameWithoutExtension(feed.PathOf("Immy.Typed.Cli"))["Immy.Typed.Cli.".Length..];
        await feed.Dotnet.SucceedAsync(feed.Workplace, "tool", "install", "Immy.Typed.Cli", "--version", version, "--tool-path", tools);

        var answer = await feed.Dotnet.RunAsync(feed.Workplace, Path.Combine(tools, "immy"), ["capabilities"]);

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("ISupportsListingClients", answer.Output, StringComparison.Ordinal);
    }
}
