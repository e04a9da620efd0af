using System.Management.Automation;
using System.Reflection;
using Immy.Typed.Help;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Help;

/// <summary>Every example that Get-Help shows is run: an example that does not work is worse than none.</summary>
public sealed class ExampleTests
{
    /// <summary>Name and number of every example of every command of ours.</summary>
    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var command in Commands())
        {
            for (var number = 1; number <= Math.Max(1, CommandDocumentation.Examples(command).Count); number++)
            {
                data.Add(NameOf(command), number);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_command_of_ours_has_an_example_that_works(string name, int number)
    {
        var examples = CommandDocumentation.Examples(Commands().Single(command => NameOf(command) == name));
        Assert.True(examples.Count >= number, $"{name} has no <example> in its documentation.");
        Assert.Contains(name, examples[number - 1].Code, StringComparison.OrdinalIgnoreCase);

        await using var host = await ExampleHost.StartAsync();
        var (runs, warnings) = await host.RunAsync(examples[number - 1].Code);

        Assert.Empty(warnings);
        Assert.NotEmpty(runs);
        Assert.All(runs, static run =>
        {
            Assert.Equal(RunOutcome.Ok, run.Outcome);
            Assert.Empty(run.Problems);
            Assert.DoesNotContain(run.Records, static record => record.Kind is StreamKind.Error or StreamKind.Warning or StreamKind.CaughtError);
        });
    }

    [Fact]
    public async Task Get_Help_shows_the_examples()
    {
        Assert.Equal(
            "NAME Add-UriQueryParameter SYNOPSIS Adds query parameters to an address. The query that is there is kept; names and values are encoded, a list becomes a repeated name, and a name whose value is null is left out. "
            + "---------- EXAMPLE 1 ---------- The address comes from the pipeline; a list becomes a repeated name. [Uri]'https://acme.example/agents?limit=100' | Add-UriQueryParameter @{ site = 7, 8; search = 'R&D' } "
            + "---------- EXAMPLE 2 ---------- A parameter that is there already is replaced. Add-UriQueryParameter -Uri 'https://acme.example/agents?page=1' -Parameter @{ page = 2 } -OverwriteParameters",
            await Shown.By("Get-Help Add-UriQueryParameter -Examples"));
        Assert.Contains("EXAMPLE 1 ---------- New-HealthyResult", await Shown.By("Get-Help New-HealthyResult -Full"), StringComparison.Ordinal);
        Assert.Equal("New-HealthyResult", await Shown.By("(Get-Help New-HealthyResult).examples.example.code"));
    }

    private static IReadOnlyList<Type> Commands() => AllowedCommands.Integration();

    private static string NameOf(Type command) => command.GetCustomAttribute<CmdletAttribute>() is { } attribute ? $"{attribute.VerbName}-{attribute.NounName}" : command.Name;
}
