using Immy.Typed.Cli.Tests.Harness;

namespace Immy.Typed.Cli.Tests.Demo;

public sealed class DemoTextTests
{
    [Fact]
    public async Task Every_step_is_shown_with_its_call_its_results_and_what_the_script_wrote()
    {
        var ran = await InProcess.RunAsync("demo");

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("── 4/7  ISupportsListingAgents.GetAgents ──", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  ((ISupportsListingAgents)integration).GetAgents(clientIds, cancellationToken)", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  ✓ ok  250 results  ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("│ CONT-WS-001 │ Windows 11 Pro", ran.Out, StringComparison.Ordinal);
        Assert.Contains("... and 245 more, with IsOnline,", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  host: SentinelOne threat: {", ran.Out, StringComparison.Ordinal);
        Assert.EndsWith("All 7 steps were right.\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_lines_have_no_colours_and_at_most_100_characters()
    {
        var ran = await ImmyProcess.RunAsync("demo");

        Assert.DoesNotContain('\u001b', ran.Out);
        Assert.All(ran.Out.Split('\n'), static line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task The_number_of_agents_can_be_chosen()
    {
        var ran = await InProcess.RunAsync("demo", "--agents", "7");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("  ✓ ok  7 results  ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("... and 2 more, with ", ran.Out, StringComparison.Ordinal);
    }
}
