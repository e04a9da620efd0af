using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class RunScriptProviderTests : CapabilityScenario<IRunScriptProvider>
{
    protected override IReadOnlyList<Func<IRunScriptProvider, CancellationToken, Task>> Calls => [static (capability, token) => RunAsync(capability, ScriptLanguage.PowerShell, token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();
        var capability = integration.As<IRunScriptProvider>();

        Assert.Equal("hello", await RunAsync(capability, ScriptLanguage.PowerShell, Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
        Assert.Equal(600, capability.DefaultTimeout);
        Assert.Equal(
            "Test.ps1(32,19): error IMMY201: IRunScriptProvider.RunScript failed: Acme runs no Python. What it wrote until then is in the run's streams.",
            await FailureAsync(() => RunAsync(capability, ScriptLanguage.Python, Token)));
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("    $job.output\n", "    $job\n"));

        Assert.Equal(
            "Test.ps1(39,5): error IMMY205: IRunScriptProvider.RunScript wrote PSCustomObject, where one String is due. Write the text as the block's last statement.",
            await FailureAsync(() => RunAsync(integration.As<IRunScriptProvider>(), ScriptLanguage.CommandLine, Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("POST /agents/a1/jobs", """{ "id": 5, "state": "queued" }""").On("GET /jobs/5", """{ "id": 5, "state": "done", "output": "hello" }""");
    }

    private static Task<string> RunAsync(IRunScriptProvider capability, ScriptLanguage language, CancellationToken cancellationToken)
        => capability.RunScript(new ProviderAgentDetails { ExternalAgentId = "a1" }, "'hello'", language, 60, @"C:\Temp\script.ps1", cancellationToken);
}
