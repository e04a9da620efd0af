using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class TenantInstallTokenTests : CapabilityScenario<ISupportsTenantInstallToken>
{
    protected override IReadOnlyList<Func<ISupportsTenantInstallToken, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetTenantInstallToken("s1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal("site-token-1", await integration.TokenAsync("s1"));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        Api.On("GET /sites/s1", """{ "token": null }""").On("POST /sites/s1/token", """{ "token": "site-token-2" }""");
        var integration = await StartAsync(Mistaken(" -Method Post | Out-Null", " -Method Post").Replace("    $site.token\n", "    'site-token-2'\n", StringComparison.Ordinal));

        Assert.Equal(
            "Test.ps1(30,5): error IMMY206: ISupportsTenantInstallToken.GetTenantInstallToken wrote 2 objects, where one String is due: PSCustomObject (line 27), 'site-token-2' (line 30). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.",
            await FailureAsync(() => integration.TokenAsync("s1")));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /sites/s1", """{ "token": "site-token-1" }""");
    }
}
