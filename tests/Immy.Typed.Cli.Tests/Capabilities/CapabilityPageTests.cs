using System.Text.RegularExpressions;
using Immy.Typed.Cli.Output;
using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Capabilities;

/// <summary>The page of every interface that <c>immy capabilities --format markdown</c> writes.</summary>
public sealed partial class CapabilityPageTests
{
    private const string Update = "run `dotnet run --project src/Immy.Typed.Cli -- capabilities --format markdown > docs/capabilities.md` to update it";

    [Fact]
    public async Task The_page_in_docs_is_that_of_the_interfaces()
    {
        var file = Path.Combine(Repository.Root, "docs", "capabilities.md");
        var written = File.Exists(file) ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";

        var page = await PageAsync();

        Assert.True(page == written, $"docs/capabilities.md differs from the interfaces: {Update}");
    }

    [Fact]
    public async Task An_interface_is_shown_with_its_blocks_parameters_and_results()
    {
        var page = await PageAsync();

        Assert.Contains("\n## ISupportsListingAgents\n\nLists the agents that the vendor's system manages", page, StringComparison.Ordinal);
        Assert.Contains("\n### `-NewSupportFormBranding` (optional)\n", page, StringComparison.Ordinal);
        Assert.Contains("\n| `$clientIds` | `string[]?` | The ids of the mapped clients", page, StringComparison.Ordinal);
        Assert.Contains("\nWrites any number of `IProviderAgentDetails`. One object for each agent, made with New-IntegrationAgent.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scripts_of_the_page_make_an_integration()
    {
        var blocks = Script().Matches(await PageAsync()).Select(static match => match.Groups[1].Value).ToList();
        using var folder = new ScriptFolder();
        var script = folder.Write("Test.ps1", string.Join('\n', blocks.Append("return $Integration")));

        var ran = await InProcess.RunAsync("invoke", script, "IProvider.HealthCheck");

        Assert.Equal(("", 0), (folder.Bare(ran.Error), ran.ExitCode));
        Assert.Equal(19, blocks.Count);
    }

    [Theory]
    [InlineData("One.\nTwo.", "One.\n\nTwo.")]
    [InlineData("Of:\n- a\n- b\nDone.", "Of:\n\n- a\n- b\n\nDone.")]
    [InlineData("So:\n    a < b\n    c", "So:\n\n    a < b\n    c")]
    [InlineData("a < b, [x](y), *", "a &lt; b, [x]\\(y), \\*")]
    [InlineData("", "")]
    public void Documentation_becomes_Markdown(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));

    [Fact]
    public void A_cell_is_one_line() => Assert.Equal("a \\| b<br>c", MarkdownText.Cell("a | b\nc"));

    private static async Task<string> PageAsync() => (await InProcess.RunAsync("capabilities", "--format", "markdown")).Out;

    [GeneratedRegex(@"```powershell\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
