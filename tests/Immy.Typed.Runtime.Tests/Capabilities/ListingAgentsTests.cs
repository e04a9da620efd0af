using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class ListingAgentsTests : CapabilityScenario<ISupportsListingAgents>
{
    protected override IReadOnlyList<Func<ISupportsListingAgents, CancellationToken, Task>> Calls => [static (capability, token) => ListAsync(capability.GetAgents(["c1"], token))];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var agents = await integration.AgentsAsync("c1", "c2");

        Assert.Equal(
            [
                new ProviderAgentDetails
                {
                    ExternalAgentId = "a1", ExternalClientId = "c1", Name = "PC-1", SerialNumber = "S1", OSName = "Windows 11 Pro", Manufacturer = "Dell",
                    IsOnline = true, AgentVersion = new Version(7, 1, 0), SupportsRunningScripts = true, SupportsOnlineStatus = true,
                },
                new ProviderAgentDetails { ExternalAgentId = "a2", ExternalClientId = "c2", Name = "PC-2", SupportsRunningScripts = true, SupportsOnlineStatus = true },
            ],
            agents);
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
        Assert.Equal(
            "IMMY216: AgentVersion of agent a2 (PC-2) is 'Unknown', which is no version; the field stays empty. Pass a value that is one, or leave the parameter out.",
            Assert.Single(LastRun.Records).Message);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            ["Test.ps1(23,9): error IMMY117: ISupportsListingAgents.GetAgents declares the mandatory parameter -clientId, which the host does not pass. Did you mean 'clientIds'?"],
            await RefusedAsync(Mistaken("[Parameter()]\n        [string[]]$clientIds", "[Parameter(Mandatory)]\n        [string[]]$clientId")));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /clients/c1/agents?page=1", """{ "items": [{ "id": "a1", "hostname": "PC-1", "serial": "S1", "os": "Windows 11 Pro", "vendor": "Dell", "online": true, "version": "v7.1.0" }] }""")
            .On("GET /clients/c2/agents?page=1", """{ "items": [{ "id": "a2", "hostname": "PC-2", "online": false, "version": "Unknown" }] }""");
    }
}
