using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class ListingClientsTests : CapabilityScenario<ISupportsListingClients>
{
    protected override IReadOnlyList<Func<ISupportsListingClients, CancellationToken, Task>> Calls => [static (capability, token) => ListAsync(capability.GetClients(token))];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var clients = await integration.ClientsAsync();

        Assert.Equal([("1", "Contoso"), ("3", "Fabrikam")], clients.Select(static client => (client.ExternalClientId, client.ClientName)));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken(
            "ForEach-Object {\n        New-IntegrationClient -ClientId $_.id -ClientName $_.name\n    }",
            "Select-Object id, name"));

        Assert.Equal(
            """
            Test.ps1(22,5): error IMMY217: Object 1 that ISupportsListingClients.GetClients wrote is PSCustomObject, which makes no IProviderClientDetails: id, name are unknown; ExternalClientId, ClientName are missing; it is left out. Name what it has, with those in brackets as you like: ExternalClientId, ClientName. Make it with New-IntegrationClient.
            Test.ps1(22,5): error IMMY217: Object 2 that ISupportsListingClients.GetClients wrote is PSCustomObject, which makes no IProviderClientDetails: id, name are unknown; ExternalClientId, ClientName are missing; it is left out. Name what it has, with those in brackets as you like: ExternalClientId, ClientName. Make it with New-IntegrationClient.
            """.ReplaceLineEndings("\n"),
            await FailureAsync(() => integration.ClientsAsync()));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /companies?page=1", """{ "items": [{ "id": 1, "name": "Contoso", "type": "Customer" }, { "id": 2, "name": "Litware", "type": "Vendor" }], "hasMore": true }""")
            .On("GET /companies?page=2", """{ "items": [{ "id": 3, "name": "Fabrikam", "type": "Customer" }], "hasMore": false }""");
    }
}
