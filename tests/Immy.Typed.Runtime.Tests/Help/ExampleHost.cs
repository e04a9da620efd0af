using Immy.Typed.Actions;
using Immy.Typed.Computers;
using Immy.Typed.Integrations;
using Immy.Typed.Modules;
using Immy.Typed.Providers;
using Immy.Typed.Runtime.Tests.Capabilities.Harness;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Immybot.Backend.Domain.Providers;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Runtime.Tests.Help;

/// <summary>A host in which every example of the help finds what it speaks of: a computer, an integration, its module, a web site.</summary>
internal sealed class ExampleHost : IAsyncDisposable
{
    private const string Acme = """
        function Get-AcmeToken { 'acme-token-4711' }
        Export-ModuleMember -Function Get-AcmeToken
        """;

    private static readonly InMemoryComputer Computer = new("PC-7")
    {
        Files = new Dictionary<string, string> { [@"C:\ProgramData\Acme\agent.id"] = "4711" },
        Programs = new Dictionary<string, string> { [@"C:\Program Files\Acme\AcmeCtl.exe"] = "\"$args\"" },
        Registry = new Dictionary<string, IReadOnlyDictionary<string, object?>> { [@"HKLM:\SOFTWARE\Acme\Agent"] = new Dictionary<string, object?> { ["AgentId"] = "4711" } },
    };

    private readonly TestHost _host = new();
    private VendorApi _web = null!;

    public static async Task<ExampleHost> StartAsync()
    {
        var host = new ExampleHost { _web = await VendorApi.StartAsync() };
        host._web.IsOpen = true;
        host._web.On("GET /releases", """
            [{ "tag_name": "v7.1.0", "assets": [{ "name": "agent-x64.msi", "browser_download_url": "https://github.com/acme/agent/releases/download/v7.1.0/agent-x64.msi" }] }]
            """);
        host._host.Providers.Set(
            new ProviderInfo("7", "Contoso RMM", "Acme RMM", new Dictionary<string, object?> { ["Uri"] = "https://acme.example" }),
            [new ProviderAgentDetails { ExternalAgentId = "4711", ExternalClientId = "7", Name = "PC-7" }]);
        return host;
    }

    /// <summary>Runs an example: a whole script is loaded and initialized, anything else runs in a block for an action.</summary>
    /// <returns>The runs, and what is said of the script.</returns>
    public async Task<(IReadOnlyList<BlockRun> Runs, IReadOnlyList<string> Warnings)> RunAsync(string code)
    {
        var local = code.Replace("https://github.com/acme/agent/", _web.Address.ToString(), StringComparison.Ordinal);
        var isScript = code.Contains("New-DynamicIntegration ", StringComparison.Ordinal);
        var integration = await LoadAsync(isScript ? local : Scripts.WithBlock("ISupportsDeletingOfflineAgent", "DeleteAgent", $"$null = . {{\n{local}\n}}"));
        if (isScript)
        {
            await integration.InitAsync(Form(integration));
            await integration.HealthAsync();
        }
        else
        {
            using var scope = ActionScope.Begin(new ActionContext { Computer = Computer, Integration = await ProviderAsync(), ExternalClientId = "7", ExternalAgentId = "4711" });
            await integration.As<ISupportsDeletingOfflineAgent>().DeleteAgent(new ProviderAgentDetails { ExternalAgentId = "4711" }, TestContext.Current.CancellationToken);
        }

        return (_host.Observer.Runs, [.. integration.Warnings.Select(static warning => warning.ToString())]);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    private static (string Name, object? Value)[] Form(DynamicIntegration integration)
    {
        (string Name, object? Value)[] values = [("Uri", "https://acme.example"), ("ApiKey", "acme-key-4711"), ("Hosting", "Own server"), ("Server", "https://own.example")];
        return integration.Form.HasDynamicFields ? [.. values.Skip(1)] : [.. values.Where(value => integration.Form.Find(value.Name) is not null)];
    }

    // The integration that the action's deployment is linked to, under the name by which the examples know it.
    private Task<DynamicIntegration> ProviderAsync() => LoadAsync(Scripts.With("""
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantInstallToken -GetTenantInstallToken { 'install-4711' }
        $Integration | Add-DynamicIntegrationCapability ISupportsTenantUninstallToken -GetTenantUninstallToken { 'uninstall-4711' }
        $Integration | Add-DynamicIntegrationCapability ISupportsAgentUninstallToken -GetAgentUninstallToken { 'agent-4711' }
        """), "Contoso RMM");

    private Task<DynamicIntegration> LoadAsync(string script, string name = "Test") => _host.LoadAsync(script, ModuleLibrary.Empty.With("Acme", Acme), name);
}
