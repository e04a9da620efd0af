using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class TenantUninstallTokenTests : CapabilityScenario<ISupportsTenantUninstallToken>
{
    protected override IReadOnlyList<Func<ISupportsTenantUninstallToken, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetTenantUninstallToken("s1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal("take-it-off", await integration.As<ISupportsTenantUninstallToken>().GetTenantUninstallToken("s1", Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var integration = await StartAsync(Mistaken("$policy.uninstallPassword", "$policy.uninstallPasword"));

        Assert.Equal(
            "Test.ps1(22,12): error IMMY205: ISupportsTenantUninstallToken.GetTenantUninstallToken wrote $null, where one String is due. Write the text as the block's last statement.",
            await FailureAsync(() => integration.As<ISupportsTenantUninstallToken>().GetTenantUninstallToken("s1", Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /sites/s1/policy", """{ "uninstallPassword": "take-it-off" }""");
    }
}
