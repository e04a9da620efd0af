using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Providers;
using Immy.Typed.Runtime.Tests.Commands;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;

namespace Immy.Typed.Runtime.Tests.Metascripts;

/// <summary>Tokens in an install script, as the guide tells.</summary>
public sealed class MetascriptTokenTests : IAsyncDisposable
{
    private static readonly AsyncLocal<string?> Caller = new();

    private static readonly string Integration = Scripts.With("""
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { param($clientId) if ($clientId -eq 'c9') { throw 'the site has expired' } "install-secret-of-$clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantUninstallToken -GetTenantUninstallToken { param($clientId) "uninstall-secret-of-$clientId" }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentUninstallToken -GetAgentUninstallToken { param($agentId) "secret-of-agent-$agentId" }
        """);

    private readonly TestHost _host = new(static options => options.Pool.RunningCalls = 1);

    [Fact]
    public async Task An_install_token_is_real_on_the_computer_and_masked_in_every_stream()
    {
        var computer = new RecordingComputer("PC-1", static command => Task.FromResult(new ComputerResult([$"registered with {command.Variables["__using_token"]}"])));

        var written = await _host.RunAsync("""
            $token = Get-IntegrationAgentInstallToken
            Write-Host "token: $token"
            Write-Verbose "again: $token" -Verbose
            Invoke-ImmyCommand { AcmeCtl register $using:token }
            Write-Error "not with $token" -ErrorAction Continue
            """, await ActionAsync(computer));

        Assert.Equal("install-secret-of-c1", $"{computer.Last.Variables["__using_token"]}");
        Assert.Equal("registered with install-secret-of-c1", written);
        Assert.Equal(["Host token: ********", "Verbose again: ********", "Error not with ********"], _host.Observer.Last.Streams());
        Assert.Equal("Install.ps1(5,1): error IMMY202: Metascript.Run wrote an error: not with ********.", Assert.Single(_host.Observer.Last.Problems).ToString());
    }

    [Fact]
    public async Task The_host_masks_results_with_the_scripts_own_mask()
    {
        var script = MetascriptHost.Script("\"$(Get-IntegrationTenantUninstallToken) $(Get-IntegrationAgentUninstallToken)\"");

        var written = await _host.RunAsync(script, await ActionAsync());

        Assert.Equal(("uninstall-secret-of-c1 secret-of-agent-a1", "******** ********"), (written, script.Mask.Mask(written)));
    }

    [Fact]
    public async Task The_action_tells_which_instance_is_meant()
    {
        _host.Providers.Set(new ProviderInfo("1", "Test", "Acme", new Dictionary<string, object?> { ["Uri"] = "https://acme.example" }));

        Assert.Equal("Test of type Acme at https://acme.example", await _host.RunAsync("$p = Get-ProviderInfo; \"$($p.Name) of type $($p.Type) at $($p.Configuration.Uri)\"", await ActionAsync()));
    }

    [Fact]
    public async Task What_the_action_lacks_is_told_as_the_host_says()
    {
        var action = await ActionAsync();
        const string Script = "'begins' | Out-Null\nGet-IntegrationAgentInstallToken";

        Assert.Equal(
            "Failed: Install.ps1(2,1): error IMMY404: Get-IntegrationAgentInstallToken finds no integration: The software is linked to none. Link it.",
            await _host.FailureAsync(Script, new ActionContext { WhyNoIntegration = new("The software is linked to none.", "Link it.") }));
        Assert.Equal(
            "Failed: Install.ps1(2,1): error IMMY406: Get-IntegrationAgentInstallToken finds no client: Contoso is not mapped. Map it.",
            await _host.FailureAsync(Script, action with { ExternalClientId = null, WhyNoClient = new("Contoso is not mapped.", "Map it.") }));
        Assert.Equal(
            "Failed: Install.ps1(1,1): error IMMY407: Get-IntegrationAgentUninstallToken finds no agent: PC-1 has none. Link one.",
            await _host.FailureAsync("Get-IntegrationAgentUninstallToken", action with { ExternalAgentId = null, WhyNoAgent = new("PC-1 has none.", "Link one.") }));
        Assert.Equal(
            "Failed: Install.ps1(2,1): error IMMY404: Get-IntegrationAgentInstallToken finds no integration: the action's deployment is linked to none. Link the software to an integration type, and choose the instance in the deployment.",
            await _host.FailureAsync(Script));
    }

    [Fact]
    public async Task A_failing_token_script_is_told_in_the_script_that_asked()
        => Assert.Equal(
            "Failed: Install.ps1(2,1): error IMMY202: Metascript.Run wrote an error: Test.ps1(2,145): error IMMY201: ISupportsTenantInstallToken.GetTenantInstallToken failed: the site has expired. What it wrote until then is in the run's streams.",
            await _host.FailureAsync("'begins' | Out-Null\nGet-IntegrationAgentInstallToken", (await ActionAsync()) with { ExternalClientId = "c9" }));

    [Fact]
    public async Task The_integrations_call_belongs_to_the_scripts_caller()
    {
        var observer = new CallerObserver();
        await using var host = new TestHost(build: builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IRunObserver>(builder.Services, observer));
        var integration = await host.LoadAsync(Integration);
        Caller.Value = "the action";

        await host.RunAsync("Get-IntegrationAgentInstallToken", new ActionContext { Integration = integration, ExternalClientId = "c1" });

        Assert.Equal(["Metascript.Run by the action", "ISupportsTenantInstallToken.GetTenantInstallToken by the action"], observer.Started);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<ActionContext> ActionAsync(IComputer? computer = null)
        => new() { Integration = await _host.LoadAsync(Integration), Computer = computer ?? new RecordingComputer(), ExternalClientId = "c1", ExternalAgentId = "a1" };

    private sealed class CallerObserver : IRunObserver
    {
        private readonly List<string> _started = [];

        public IReadOnlyList<string> Started => _started;

        public void OnStarted(BlockRun run) => _started.Add($"{run.Block} by {Caller.Value}");
    }
}
