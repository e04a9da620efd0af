using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.CommandLine;

public sealed class HelpTests
{
    [Fact]
    public async Task Help_lists_the_commands_in_a_line_each()
    {
        var ran = await ImmyProcess.RunAsync("--help");

        Assert.Contains("Walks the bundled SentinelOne integration against an API on this machine.", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Loads an integration script, runs its Init and calls one block.", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Lists every interface that an integration can have", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Lists every command that an integration script may call", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Exit codes", ran.Out, StringComparison.Ordinal);
        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("invoke")]
    public async Task A_commands_help_tells_its_exit_codes(string command)
    {
        var ran = await InProcess.RunAsync(command, "--help");

        Assert.Contains("Exit codes: 0 ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("130 cancelled with Ctrl+C.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task Version_is_a_number()
    {
        var ran = await ImmyProcess.RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+", ran.Out);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public async Task An_unknown_command_is_wrong_usage_with_the_nearest_name()
    {
        var ran = await InProcess.RunAsync("dmo");

        Assert.Equal("error: Unrecognized command or argument 'dmo'. Did you mean 'demo'?\nRun 'immy --help' for usage.\n", ran.Error);
        Assert.Equal(2, ran.ExitCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task A_number_of_agents_that_is_none_is_wrong_usage(string agents)
    {
        var ran = await InProcess.RunAsync("demo", "--agents", agents);

        Assert.Equal($"error: --agents takes a number from 1 to 100000, and '{agents}' is none.", ran.ErrorLines[0]);
        Assert.Equal(2, ran.ExitCode);
    }
}
