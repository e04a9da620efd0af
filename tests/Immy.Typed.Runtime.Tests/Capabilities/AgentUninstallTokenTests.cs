using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class AgentUninstallTokenTests : CapabilityScenario<ISupportsAgentUninstallToken>
{
    protected override IReadOnlyList<Func<ISupportsAgentUninstallToken, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetAgentUninstallToken("a1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal("apple orchid", await integration.As<ISupportsAgentUninstallToken>().GetAgentUninstallToken("a1", Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            ["Test.ps1(21,9): error IMMY117: ISupportsAgentUninstallToken.GetAgentUninstallToken declares the mandatory parameter -clientId, which the host does not pass. Did you mean 'agentId'?"],
            await RefusedAsync(Mistaken("[string]$agentId", "[string]$clientId")));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /agents/passphrases?ids=a1", """{ "data": [{ "passphrase": "apple orchid" }] }""");
    }
}
