using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Capabilities;

public sealed class AgentPowerShellInstallScriptTests : CapabilityScenario<ISupportsAgentPowerShellInstallScript>
{
    protected override IReadOnlyList<Func<ISupportsAgentPowerShellInstallScript, CancellationToken, Task>> Calls => [static (capability, token) => capability.GetAgentPowerShellInstallScript("c1", token)];

    [Fact]
    public override async Task A_real_script_gives_typed_results()
    {
        var integration = await StartAsync();

        Assert.Equal(
            """
            $installer = Join-Path $env:TEMP 'AcmeAgent.msi'
            Invoke-WebRequest 'https://acme.test/agent.msi' -OutFile $installer
            Start-Process msiexec.exe -Wait -ArgumentList '/i', $installer, '/qn', 'KEY=reg-1'
            """.ReplaceLineEndings("\n"),
            await integration.As<ISupportsAgentPowerShellInstallScript>().GetAgentPowerShellInstallScript("c1", Token));
        Assert.Equal(RunOutcome.Ok, LastRun.Outcome);
    }

    [Fact]
    public override async Task The_most_likely_mistake_is_told()
    {
        var start = Script.IndexOf("    @\"\n", StringComparison.Ordinal);
        var integration = await StartAsync(Mistaken(Script[start..Script.IndexOf("\n}\n\nreturn", StringComparison.Ordinal)], "    \"`$key = '$($registration.key)'\"\n    'msiexec.exe /i AcmeAgent.msi KEY=$key'"));

        Assert.Equal(
            "Test.ps1(23,5): error IMMY206: ISupportsAgentPowerShellInstallScript.GetAgentPowerShellInstallScript wrote 2 objects, where one String is due: '$key = 'reg-1'' (line 22), 'msiexec.exe /i AcmeAgent.msi KEY=$key' (line 23). Keep the one that is the result: pipe the others to Out-Null or assign them to a variable.",
            await FailureAsync(() => integration.As<ISupportsAgentPowerShellInstallScript>().GetAgentPowerShellInstallScript("c1", Token)));
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api.On("POST /clients/c1/registration", """{ "url": "https://acme.test/agent.msi", "key": "reg-1" }""");
    }
}
