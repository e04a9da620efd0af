using System.Text.Json;
using Immy.Typed.Cli.Demo;
using Immy.Typed.Cli.Demo.Views;
using Immy.Typed.Cli.Output;
using Immy.Typed.Integrations.DemoApi;

namespace Immy.Typed.Cli.Tests.Demo;

public sealed class DemoFailureTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private CliStreams Streams => CliStreams.Redirected(_output, _error);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_page_that_fails_midway_makes_its_step_wrong_and_the_exit_code_1()
    {
        var exitCode = await WalkAsync(new SentinelOneDemoFaults { FailAgentsPageAt = 2 }, new TextView(Streams));

        Assert.Equal(1, exitCode);
        Assert.Contains("error IMMY201: ISupportsListingAgents.GetAgents failed:", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Demo fault at page 2.", _output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("2 of 7 steps were not right.\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task As_json_the_steps_after_a_failed_Init_are_told_and_the_reasons_are_on_standard_error()
    {
        var exitCode = await WalkAsync(new SentinelOneDemoFaults { AnswerStatus = 500 }, new JsonView(Streams));

        Assert.Equal(1, exitCode);
        var first = JsonElement.Parse(_output.ToString()).GetProperty("steps")[0];
        Assert.Equal("failed", first.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("result").ValueKind);
        Assert.Contains("error IMMY201: IProvider.Init failed: SentinelOne answered status 500", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("error: ISupportsTenantInstallToken.GetTenantInstallToken: There is no client to ask for.\n", _error.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> WalkAsync(SentinelOneDemoFaults faults, IDemoView view)
        => new DemoWalk(new SentinelOneDemoOptions { Faults = faults }, view).RunAsync(TestContext.Current.CancellationToken);
}
