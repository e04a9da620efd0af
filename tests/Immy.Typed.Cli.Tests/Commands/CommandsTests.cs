using System.Text.Json;
using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Commands;

/// <summary><c>immy commands</c>, and the page of documentation that it writes.</summary>
public sealed class CommandsTests
{
    private const string Update = "run `dotnet run --project src/Immy.Typed.Cli -- commands --format markdown > docs/commands.md` to update it";

    [Fact]
    public async Task The_page_in_docs_is_that_of_the_commands()
    {
        var file = Path.Combine(Repository.Root, "docs", "commands.md");
        var written = File.Exists(file) ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";

        var page = (await InProcess.RunAsync("commands", "--format", "markdown")).Out;

        Assert.True(page == written, $"docs/commands.md differs from the commands: {Update}");
    }

    [Fact]
    public async Task The_page_shows_a_command_with_its_parameters_aliases_and_examples()
    {
        var page = (await InProcess.RunAsync("commands", "--format", "markdown")).Out;

        Assert.Contains("\n| [New-HealthyResult](#new-healthyresult) | Makes the result of a health check that found everything right. |\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Should-HaveOne\n\nPasses the single object of a pipeline on;", page, StringComparison.Ordinal);
        Assert.Contains("\nAlso known as `ShouldHave-One`.\n", page, StringComparison.Ordinal);
        Assert.Contains("\n| `-TakeFirst` (optional) | `switch` | Takes the first of several. |\n", page, StringComparison.Ordinal);
        Assert.Contains("\n```powershell\nNew-IntegrationClient -ClientId 7 -ClientName 'Contoso'\n```\n", page, StringComparison.Ordinal);
        Assert.Contains("`ConvertTo-Json`", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lists_every_command()
    {
        var ran = await InProcess.RunAsync("commands");

        Assert.Equal(("", 0), (ran.Error, ran.ExitCode));
        var agent = JsonElement.Parse(ran.Out).EnumerateArray().Single(static command => command.GetProperty("name").GetString() == "New-IntegrationAgent");
        Assert.Equal("AgentId", agent.GetProperty("parameters").EnumerateArray().Single(static parameter => parameter.GetProperty("isMandatory").GetBoolean()).GetProperty("name").GetString());
        Assert.StartsWith("New-IntegrationAgent -AgentId 4711", agent.GetProperty("examples")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_reads_well_within_100_characters()
    {
        var ran = await InProcess.RunAsync("commands", "--format", "table");

        Assert.Contains("── Get-Hash ──", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  -AsHex (optional) switch  Writes hexadecimal digits.\n", ran.Out, StringComparison.Ordinal);
        Assert.All(ran.Out.Split('\n'), static line => Assert.True(line.Length <= 100, line));
    }
}
