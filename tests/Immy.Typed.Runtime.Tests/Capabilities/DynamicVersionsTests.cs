using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Models;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class DynamicVersionsTests : CapabilityScenario<ISupportsDynamicVersions>
{
    protected override IReadOnlyList<Func<ISupportsDynamicVersions, CancellationToken, Task>> Calls => [static (capability, token) => ListAsync(capability.GetDynamicVersions("s1", token))];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var versions = await ListAsync(integration.As<ISupportsDynamicVersions>().GetDynamicVersions("s1", Token));

        Assert.Equal(
            [
                new DynamicVersion { Version = "23.4.10.1", Url = "https://acme.test/64.msi", FileName = "Agent64.msi", Architecture = Architecture.X64, PackageType = PackageType.MSI },
                new DynamicVersion { Version = "23.4.9-ga", Url = "https://acme.test/32.exe", FileName = "Agent32.exe", Architecture = Architecture.X86, PackageType = PackageType.Executable },
            ],
            versions);
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
        => Assert.Equal(
            ["Test.ps1(18,85): error IMMY103: ISupportsDynamicVersions has no block -GetVersions. Did you mean 'GetDynamicVersions'?"],
            await RefusedAsync(Mistaken("-GetDynamicVersions {", "-GetVersions {")));

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /sites/s1/packages?page=1", """
            { "items": [
                { "version": "23.4.10.1", "link": "https://acme.test/64.msi", "fileName": "Agent64.msi", "osArch": "64 bit", "fileExtension": ".msi" },
                { "version": "23.4.9-ga", "link": "https://acme.test/32.exe", "fileName": "Agent32.exe", "osArch": "32 bit", "fileExtension": ".exe" }] }
            """);
    }
}
