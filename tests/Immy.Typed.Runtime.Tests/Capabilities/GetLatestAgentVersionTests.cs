using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class GetLatestAgentVersionTests : CapabilityScenario<ISupportsGetLatestAgentVersion>
{
    protected override IReadOnlyList<Func<ISupportsGetLatestAgentVersion, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetLatestAgentVersion("s1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal(new Version(23, 4, 10, 1), await integration.As<ISupportsGetLatestAgentVersion>().GetLatestAgentVersion("s1", Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken(" |\n        Sort-Object -Descending |\n        Select-Object -First 1", ""));

        Assert.Equal(
            "Test.ps1(23,26): error IMMY206: ISupportsGetLatestAgentVersion.GetLatestAgentVersion wrote 2 objects, where one Version is due: Version (line 23), Version (line 23). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.",
            await FailureAsync(() => integration.As<ISupportsGetLatestAgentVersion>().GetLatestAgentVersion("s1", Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /sites/s1", """{ "channel": "stable" }""")
            .On("GET /packages?channel=stable&page=1", """{ "items": [{ "version": "23.4.9.8" }, { "version": "23.4.10.1" }] }""");
    }
}
