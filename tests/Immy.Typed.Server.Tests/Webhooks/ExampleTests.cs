using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>The commands of docs/server/webhooks.md, as they stand there.</summary>
public sealed partial class ExampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_commands_of_the_documentation_print_what_it_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "server", "webhooks.md"), Token);
        await using var server = await TestServer.StartAsync();
        var hook = await Hook.CreateOfScriptAsync(server, $$"""
            $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
            {{Blocks(page, "powershell").Single()}}
            $Integration
            """);
        var commands = Blocks(page, "bash");

        var result = await Cli.Wrap("bash")
            .WithArguments(["-e", "-c", string.Join("\n", commands.Select(static block => block + "\necho"))])
            .WithEnvironmentVariables(variables => variables.Set("SERVER", hook.Address.GetLeftPart(UriPartial.Authority)).Set("LINK", hook.Id).Set("KEY", $"{server.Client.DefaultRequestHeaders.Authorization!.Parameter}"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Token);

        Assert.Equal(3, commands.Count);
        Assert.Equal(string.Join("\n", Blocks(page, "text")), string.Join("\n", result.StandardOutput.Split('\n').Where(static line => line.Length > 0)) + result.StandardError);
    }

    [GeneratedRegex("^```(?<kind>[a-z]+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block { get; }

    private static IReadOnlyList<string> Blocks(string page, string kind)
        => [.. Block.Matches(page).Where(match => match.Groups["kind"].Value == kind).Select(static match => match.Groups["text"].Value)];

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Immy.Typed.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
