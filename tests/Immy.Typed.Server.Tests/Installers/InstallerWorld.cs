using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Installers;

/// <summary>A server with a provider link whose clients' ids are the cases of <see cref="InstallerHost"/>.</summary>
public sealed class InstallerWorld : IAsyncLifetime
{
    public const string Key = "vendor-key-4711";

    private const string Script = """
        $Integration = New-DynamicIntegration -Init { param([string]$Url, [Password()][string]$Key) $IntegrationContext.Url = $Url; $IntegrationContext.Key = $Key; [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsDownloadAgentInstaller -GetAgentInstallerDownload { param($clientId)
            $key = "$($IntegrationContext.Key)"
            $url = "$($IntegrationContext.Url)/$clientId"
            switch ($clientId) {
                'own' { [AgentInstallerDownload]@{ Url = "$($url)?sig=$key"; FileName = '..\..\Contoso: "agent".msi'; Headers = @{ 'X-Key' = $key } } }
                'bare' { [AgentInstallerDownload]@{ Url = "$url/agent%20x64.msi"; Headers = @{} } }
                'moved' { [AgentInstallerDownload]@{ Url = $url; Headers = @{ 'X-Key' = $key; Authorization = "Bearer $key" } } }
                'none' { [AgentInstallerDownload]@{ FileName = 'agent.msi' } }
                'ftp' { [AgentInstallerDownload]@{ Url = "ftp://$key/agent.msi?x=1" } }
                'nowhere' { [AgentInstallerDownload]@{ Url = 'http://127.0.0.1:1/agent.msi' } }
                'odd' { [AgentInstallerDownload]@{ Url = $url; Headers = @{ 'X-Key' = "$key`nX-Other: 1" } } }
                'throws' { throw "no site for $key" }
                default { [AgentInstallerDownload]@{ Url = $url; FileName = 'agent.msi' } }
            }
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsAuthenticatedDownload -GetAuthHeader { @{ Authorization = "Bearer $($IntegrationContext.Key)" } }
        $Integration | Add-DynamicIntegrationCapability ISupportsDynamicVersions -GetDynamicVersions { param($externalClientId)
            New-DynamicVersion -Version 2.1 -Url "$($IntegrationContext.Url)/versions/2.1" -FileName agent-2.1.msi -Architecture X64
            New-DynamicVersion -Version 2.0 -Url "$($IntegrationContext.Url)/versions/2.0/x64" -FileName agent-x64.msi -Architecture X64
            New-DynamicVersion -Version 2.0 -Url "$($IntegrationContext.Url)/versions/2.0/x86" -FileName agent-x86.msi -Architecture X86
            New-DynamicVersion -Version 1.0
        }
        return $Integration
        """;

    internal InstallerHost Host { get; private set; } = null!;

    internal TestServer Server { get; private set; } = null!;

    /// <summary>The path of the provider link.</summary>
    public string Link { get; private set; } = "";

    /// <summary>The path of its software.</summary>
    public string Software { get; private set; } = "";

    /// <summary>More arguments of the server.</summary>
    internal string[] Arguments { get; init; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await InstallerHost.StartAsync();
        Server = await TestServer.StartAsync(null, Arguments);
        var type = await CreatedAsync("integration-types", new { name = "Acme", script = Script });
        Link = $"provider-links/{await CreatedAsync("provider-links", new { integrationTypeId = type, name = "Acme", values = new { Host.Url, Key } })}";
        Software = $"software/{await CreatedAsync("software", new { name = "Acme Agent", integrationTypeId = type })}";
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>Downloads the installer of a client; gives status, and the text or the refusal's detail.</summary>
    internal Task<(int Status, string Text)> DownloadAsync(string client) => ReadAsync($"{Link}/installer?clientId={client}");

    internal async Task<(int Status, string Text)> ReadAsync(string path)
    {
        using var response = await Server.Client.GetAsync(path, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? text : JsonElement.Parse(text).GetProperty("detail").GetString()!);
    }

    /// <summary>The run of the newest download.</summary>
    internal async Task<JsonElement> LastRunAsync() => (await Server.ItemsAsync("runs")).First(static run => run.GetProperty("kind").GetString() == "Installer");

    /// <summary>All that any run has written down.</summary>
    internal async Task<string> AllEventsAsync()
    {
        var all = new List<string>();
        foreach (var run in await Server.ItemsAsync("runs?limit=200"))
        {
            all.Add(run.ToString() + await Server.Client.GetStringAsync($"runs/{run.GetProperty("id").GetString()}/events", Token));
        }

        return string.Join('\n', all);
    }

    private async Task<string> CreatedAsync(string path, object body)
    {
        var (status, answer) = await Server.PostAsync(path, body);
        Assert.True(status == 201, answer.ToString());
        return answer.GetProperty("id").GetString()!;
    }
}
