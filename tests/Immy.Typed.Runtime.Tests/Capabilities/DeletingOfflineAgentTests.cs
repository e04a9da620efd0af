using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class DeletingOfflineAgentTests : CapabilityScenario<ISupportsDeletingOfflineAgent>
{
    private static readonly ProviderAgentDetails Agent = new() { ExternalAgentId = "a1" };

    protected override IReadOnlyList<Func<ISupportsDeletingOfflineAgent, CancellationToken, Task>> Calls => [static (capability, token) => capability.DeleteAgent(Agent, token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        await integration.As<ISupportsDeletingOfflineAgent>().DeleteAgent(Agent, Token);

        Assert.Equal("DELETE /agents/a1", Api.Requests[^1].Line);
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
        Assert.Empty(LastRun.Problems);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken(" -Method Delete | Out-Null", " -Method Delete"));

        await integration.As<ISupportsDeletingOfflineAgent>().DeleteAgent(Agent, Token);

        Assert.Equal(
            "Test.ps1(25,27): warning IMMY208: ISupportsDeletingOfflineAgent.DeleteAgent wrote PSCustomObject, where nothing is due; it is ignored. Pipe it to Out-Null or assign it to a variable.",
            LastProblem);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("DELETE /agents/a1", """{ "job": 12 }""");
    }
}
