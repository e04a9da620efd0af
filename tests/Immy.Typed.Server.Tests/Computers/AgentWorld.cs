using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Immy.Typed.Computers;
using Immy.Typed.Server.Computers;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Computers;

/// <summary>A remote system whose agents run scripts in a real pwsh, and a server with a link to it and a computer 'PC' that runs an agent.</summary>
public sealed class AgentWorld : IAsyncLifetime
{
    /// <summary>What an inventory script has in <see cref="Asked"/>, by its time.</summary>
    public const string Inventory = " PowerShell 77 ";

    private const string Agents = """
        $Integration | Add-DynamicIntegrationCapability ISupportsListingAgents -GetAgents {
            foreach ($agent in (Invoke-RestMethod "$($providerTypeFormData.Url)/agents")) {
                New-IntegrationAgent -AgentId $agent.id -Name $agent.id.ToUpper() -SupportsOnlineStatus $true -IsOnline ($agent.id -ne 'off') -SupportsRunningScripts ($agent.id -ne 'mute')
            }
        }
        """;

    private const string RunScript = """
        $Integration | Add-DynamicIntegrationCapability IRunScriptProvider -RunScript {
            [ScriptTimeout(TimeoutSeconds = 300)]
            param($agent, $scriptCode, $scriptLanguage, $timeout, $scriptPath)
            Invoke-RestMethod "$($providerTypeFormData.Url)/run/$($agent.ExternalAgentId)/$scriptLanguage/$timeout" -Method Post -Body $scriptCode -ContentType 'text/plain; charset=utf-8' -Headers @{ Path = $scriptPath }
        } -get_DefaultTimeout { 600 }
        $Integration | Add-DynamicIntegrationCapability ISupportsInventoryIdentification -GetInventoryScript {
            $salt = 'x'
            Invoke-ImmyCommand -Timeout 77 -ArgumentList 'y' { param($second) "id-$using:salt-$second" }
        }
        """;

    private readonly ConcurrentQueue<string> _asked = [];
    private WebApplication _remote = null!;

    internal TestServer Server { get; private set; } = null!;

    /// <summary>The agents that the remote system lists.</summary>
    public IReadOnlyList<string> Listed { get; set; } = [];

    /// <summary>What the remote system answers instead of what the script wrote; null to run it.</summary>
    public Func<string, string>? Answers { get; set; }

    /// <summary>The scripts that it was asked to run: agent, language, seconds, path.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _remote = builder.Build();
        _remote.Run(AnswerAsync);
        await _remote.StartAsync(Token);
        Server = await TestServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _remote.DisposeAsync();
    }

    /// <summary>A link with a script that runs scripts, or does not.</summary>
    public async Task<string> LinkAsync(string name, bool runsScripts = true)
    {
        var script = $"$Integration = New-DynamicIntegration -Init {{ param([string]$Url) [OpResult]::Ok() }} -HealthCheck {{ New-HealthyResult }}\n{Agents}\n{(runsScripts ? RunScript : "")}\nreturn $Integration";
        var (made, type) = await Server.PostAsync("integration-types", new { name, script });
        Assert.True(made == 201, type.ToString());
        var (status, link) = await Server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name, values = new { Url = _remote.Urls.First() } });
        Assert.True(status == 201, link.ToString());
        return link.GetProperty("id").GetString()!;
    }

    /// <summary>Saves a link anew.</summary>
    public async Task ChangeAsync(string link, string name, bool isEnabled, params string[] excluded)
    {
        var (status, saved) = await Server.EditAsync(HttpMethod.Put, $"provider-links/{link}", new { name, values = new { Url = _remote.Urls.First() }, isEnabled, excludedCapabilities = excluded });
        Assert.True(status == 200, saved.ToString());
    }

    /// <summary>A new computer; agents of a link are synced and linked to it.</summary>
    internal async Task<Computer> ComputerAsync(string name, params (string Link, string Agent)[] agents)
    {
        var id = (await Server.PostAsync("computers", new { name })).Answer.GetProperty("id").GetString()!;
        foreach (var (link, agent) in agents)
        {
            Listed = [agent];
            var run = (await Server.PostAsync($"provider-links/{link}/agents/sync?confirmRemovals=true", new { })).Answer.GetProperty("runId").GetString();
            await Waiting.ForAsync(() => Server.GetAsync($"runs/{run}"), static run => run.GetProperty("state").GetString() != "Running");
            var listed = (await Server.ItemsAsync($"provider-links/{link}/agents")).Single(item => item.GetProperty("externalAgentId").GetString() == agent);
            using var linked = await Server.Client.PutAsJsonAsync($"agents/{listed.GetProperty("id").GetString()}/computer", new { computerId = id }, Token);
            Assert.Equal(200, (int)linked.StatusCode);
        }

        await using var scope = Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImmyDbContext>().Computers.AsNoTracking().SingleAsync(computer => computer.Id == Guid.Parse(id), Token);
    }

    internal Task<ComputerResult> InvokeAsync(Computer computer, ComputerCommand command) => Server.Services.GetRequiredService<IEndpointCommandRunner>().InvokeAsync(computer, command, Token);

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/agents")
        {
            await context.Response.WriteAsJsonAsync(Listed.Select(static id => new { id }));
            return;
        }

        var script = await new StreamReader(context.Request.Body).ReadToEndAsync();
        _asked.Enqueue($"{string.Join(' ', context.Request.Path.Value!.Split('/')[2..])} {context.Request.Headers["Path"]}");
        await context.Response.WriteAsync(Answers?.Invoke(script) ?? await RunAsync(script));
    }

    // As an agent does: a banner before, lines as Windows ends them.
    private static async Task<string> RunAsync(string script)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("immy-agent").FullName, "script.ps1");
        await File.WriteAllTextAsync(file, script);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Pwsh.Library, "-NoProfile", "-NonInteractive", "-File", file]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return "Acme agent 4.2: running\r\n" + output.ReplaceLineEndings("\r\n");
    }
}
