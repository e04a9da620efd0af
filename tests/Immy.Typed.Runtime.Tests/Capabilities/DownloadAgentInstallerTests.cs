using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class DownloadAgentInstallerTests : CapabilityScenario<ISupportsDownloadAgentInstaller>
{
    protected override IReadOnlyList<Func<ISupportsDownloadAgentInstaller, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetAgentInstallerDownload("c1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        var download = await integration.As<ISupportsDownloadAgentInstaller>().GetAgentInstallerDownload("c1", Token);

        Assert.Equal((Api.Address + "files/c1.msi", "agent.msi", VendorApi.Key), (download.Url, download.FileName, download.Headers?["x-api-key"]));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var start = Script.IndexOf("    [AgentInstallerDownload]@{", StringComparison.Ordinal);
        var integration = await StartAsync(Mistaken(Script[start..Script.IndexOf("\n}\n\nreturn", StringComparison.Ordinal)], "    [Uri]::new($IntegrationContext.Uri, $package.path).AbsoluteUri"));

        Assert.Equal(
            "Test.ps1(22,5): error IMMY205: ISupportsDownloadAgentInstaller.GetAgentInstallerDownload wrote String, where one AgentInstallerDownload is due. Make it with [AgentInstallerDownload]@{ Url = '...'; FileName = '...' }.",
            await FailureAsync(() => integration.As<ISupportsDownloadAgentInstaller>().GetAgentInstallerDownload("c1", Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("GET /installers?client=c1&page=1", """{ "items": [{ "platform": "macos", "path": "files/c1.pkg" }, { "platform": "windows", "path": "files/c1.msi", "file": "agent.msi" }] }""");
    }
}
