using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class ExternalProviderAgentUrlTests : CapabilityScenario<ISupportsExternalProviderAgentUrl>
{
    protected override IReadOnlyList<Func<ISupportsExternalProviderAgentUrl, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetExternalProviderAgentUrl(new ProviderAgentDetails { ExternalAgentId = "a1" }, token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var capability = (await StartAsync()).As<ISupportsExternalProviderAgentUrl>();

        Assert.Equal(Api.Address + "console/agents/a1", await capability.GetExternalProviderAgentUrl(new ProviderAgentDetails { ExternalAgentId = "a1" }, Token));
        Assert.Null(await capability.GetExternalProviderAgentUrl(new ProviderAgentDetails { ExternalAgentId = "a2" }, Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            ["Test.ps1(21,9): error IMMY117: ISupportsExternalProviderAgentUrl.GetExternalProviderAgentUrl declares the mandatory parameter -agent, which the host does not pass. Known are: device."],
            await RefusedAsync(Mistaken("$device", "$agent")));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /agents/a1", """{ "page": "console/agents/a1" }""").On("GET /agents/a2", "{}");
    }
}
