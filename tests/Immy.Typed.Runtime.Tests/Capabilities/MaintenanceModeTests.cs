using System.Text.Json;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class MaintenanceModeTests : CapabilityScenario<ISupportsMaintenanceMode>
{
    private static readonly ProviderAgentDetails Agent = new() { ExternalAgentId = "a1" };

    protected override IReadOnlyList<Func<ISupportsMaintenanceMode, CancellationToken, Task>> Calls => [
        static (capability, token) => capability.EnableMaintenanceMode(Agent, TimeSpan.FromHours(1), token),
        static (capability, token) => capability.DisableMaintenanceMode(Agent, token),
    ];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();
        var capability = integration.As<ISupportsMaintenanceMode>();

        await capability.EnableMaintenanceMode(Agent, TimeSpan.FromMinutes(89.5), Token);
        Assert.Equal("PUT /agents/a1/maintenance", Api.Requests[^1].Line);
        Assert.Equal(90, JsonDocument.Parse(Api.Requests[^1].Body).RootElement.GetProperty("minutes").GetInt32());

        await capability.DisableMaintenanceMode(Agent, Token);
        Assert.Equal("DELETE /agents/a1/maintenance", Api.Requests[^1].Line);
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
        Assert.Empty(LastRun.Problems);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            ["Test.ps1(18,16): error IMMY104: ISupportsMaintenanceMode needs the block -DisableMaintenanceMode, which is missing. Add -DisableMaintenanceMode { ... }."],
            await RefusedAsync(Script[..Script.IndexOf(" -DisableMaintenanceMode {", StringComparison.Ordinal)] + "\n\nreturn $Integration\n"));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("PUT /agents/a1/maintenance", "{}").On("DELETE /agents/a1/maintenance", "{}");
    }
}
