using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class ClientGroupingTests : CapabilityScenario<ISupportsClientGrouping>
{
    protected override IReadOnlyList<Func<ISupportsClientGrouping, CancellationToken, Task>> Calls => [static (capability, token) => ListAsync(capability.GetClientGroups(token))];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var groups = await ListAsync(integration.As<ISupportsClientGrouping>().GetClientGroups(Token));

        Assert.Equal(["7 Gold: 1, 2", "8 Silver: 3"], groups.Select(static group => $"{group.ExternalGroupId} {group.GroupName}: {string.Join(", ", group.ExternalClientIds)}"));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("ExternalGroupId   =", "GroupId =").Replace("$agreement.Group[0].id", "'7'", StringComparison.Ordinal));

        Assert.Equal(
            string.Join('\n', Enumerable.Repeat("""Test.ps1(22,9): error IMMY202: ISupportsClientGrouping.GetClientGroups wrote an error: Cannot convert value "System.Collections.Hashtable" to type "Immybot.Backend.Domain.Providers.ProviderClientGroup". Error: "ProviderClientGroup has no property 'GroupId'. It has: ExternalGroupId, GroupName, ExternalClientIds.".""", 2)),
            await FailureAsync(() => ListAsync(integration.As<ISupportsClientGrouping>().GetClientGroups(Token))));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /agreements?page=1", """{ "items": [{ "id": 7, "name": "Gold", "companyId": 1 }, { "id": 7, "name": "Gold", "companyId": 2 }, { "id": 8, "name": "Silver", "companyId": 3 }] }""");
    }
}
