using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class ProviderTests : CapabilityScenario<IProvider>
{
    protected override IReadOnlyList<Func<IProvider, CancellationToken, Task>> Calls => [
        (provider, token) => provider.Init(new Dictionary<string, object?> { ["Uri"] = Api.Address, ["ApiKey"] = VendorApi.Key }, token),
        static (provider, token) => provider.HealthCheck(token),
    ];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();
        Assert.Equal($"POST /oauth/token client_secret={VendorApi.Key}&grant_type=client_credentials", SortedForm(Api.Requests[0]));

        Assert.Equal(HealthState.Healthy, (await integration.Provider.HealthCheck(Token)).State);

        Api.On("GET /status", """{ "failedJobs": 3 }""");
        var health = await integration.Provider.HealthCheck(Token);
        Assert.Equal((HealthState.Unhealthy, "3 backup jobs failed"), (health.State, health.Message));
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("    New-HealthyResult\n", "    $status\n"));

        Assert.Equal(
            "Test.ps1(26,5): error IMMY205: IProvider.HealthCheck wrote PSCustomObject, where one HealthCheckResult is due. Make it with New-HealthyResult.",
            await FailureAsync(() => integration.Provider.HealthCheck(Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("POST /oauth/token", $$"""{ "access_token": "{{VendorApi.Key}}" }""").On("GET /status", """{ "failedJobs": 0 }""");
    }

    // A hashtable has no order, so neither has the form that is made of it.
    private static string SortedForm(VendorRequest request) => $"{request.Line} {string.Join('&', request.Body.Split('&').Order())}";
}
