using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Immy.Typed.Server.Tests.Demo;

/// <summary>The walk of README.md: its very commands, against the demo as a process of its own.</summary>
public sealed partial class WalkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_walk_of_the_readme_goes_through()
    {
        Assert.SkipUnless(HasProgram("bash") && HasProgram("curl"), "The walk needs bash and curl. Install both to run this test.");
        using var demo = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "Immy.Typed.Server.dll"), "--demo", "--urls", "http://127.0.0.1:0");
        try
        {
            var steps = await WalkAsync(await ExportsAsync(demo));

            Assert.Contains("Check the API key: it may be mistyped, expired or revoked.", steps[1], StringComparison.Ordinal);
            Assert.Contains("\"health\":\"Healthy\"", steps[2], StringComparison.Ordinal);
            Assert.Contains("\"added\":3", steps[3], StringComparison.Ordinal);
            Assert.Contains("\"tenantName\":\"Woodgrove Accounting\"", steps[3], StringComparison.Ordinal);
            Assert.Contains("250 listed: 250 added", steps[4], StringComparison.Ordinal);
            Assert.Contains("\"state\":\"Pending\"", steps[4], StringComparison.Ordinal);
            Assert.Contains("\"computerName\":\"CONT-WS-001\"", steps[5], StringComparison.Ordinal);
            Assert.Contains("\"output\":\"Installed. The agent reports to the site Contoso Dental Group.\"", steps[6], StringComparison.Ordinal);
            Assert.Contains("\"received\":1", steps[7], StringComparison.Ordinal);
        }
        finally
        {
            await EndAsync(demo);
        }
    }

    // Each block of the section in the same shell, with a line between their outputs.
    private static async Task<string[]> WalkAsync(string exports)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), Token);
        var section = readme[readme.IndexOf("## A walk", StringComparison.Ordinal)..readme.IndexOf("## A first script", StringComparison.Ordinal)];
        var blocks = ShellBlock().Matches(section).Select(static block => block.Groups[1].Value).ToList();
        Assert.Equal(8, blocks.Count);
        var folder = Directory.CreateTempSubdirectory("immy-walk").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "walk.sh"), $"set -euo pipefail\n{exports}\n{string.Join("\necho '--- next'\n", blocks)}", Token);
        using var walk = StartIn(folder, "bash", "walk.sh");
        var errors = walk.StandardError.ReadToEndAsync(Token);
        var output = await walk.StandardOutput.ReadToEndAsync(Token);
        await walk.WaitForExitAsync(Token);
        Directory.Delete(folder, recursive: true);
        Assert.True(walk.ExitCode == 0, $"{output}\n{await errors}");
        return output.Split("--- next");
    }

    private static async Task<string> ExportsAsync(Process demo)
    {
        var lines = new List<string>();
        while (lines.Count(static line => line.StartsWith("export ", StringComparison.Ordinal)) < 3 && await demo.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            lines.Add(line);
        }

        var exports = lines.Where(static line => line.StartsWith("export ", StringComparison.Ordinal)).ToList();
        Assert.True(exports.Count == 3, string.Join('\n', lines));
        return string.Join('\n', exports);
    }

    // As Ctrl+C would, so that nothing is left of the demo.
    private static async Task EndAsync(Process demo)
    {
        using var kill = Start("kill", "-TERM", demo.Id.ToString(CultureInfo.InvariantCulture));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await demo.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            demo.Kill(entireProcessTree: true);
            Assert.Fail("The demo did not end within a minute.");
        }
    }

    private static Process Start(string program, params string[] arguments) => StartIn(Path.GetTempPath(), program, arguments);

    private static Process StartIn(string folder, string program, params string[] arguments)
        => Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;

    private static bool HasProgram(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
