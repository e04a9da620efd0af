using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Immy.Typed.Server.Tests.Hosting;

/// <summary>No log line has a secret, however much is logged and whatever a script does with it.</summary>
public sealed class LogTests
{
    private const string Key = "a-secret-4711-of-the-link";
    private const string Password = "correct horse battery 4711";

    private const string Script = """
        $Integration = New-DynamicIntegration -Init {
            param([Parameter(Mandatory)][Password()][string]$Key)
            $IntegrationContext.Key = $Key
            [OpResult]::Ok()
        } -HealthCheck {
            $VerbosePreference = $DebugPreference = 'Continue'
            Write-Warning $IntegrationContext.Key
            Write-Verbose $IntegrationContext.Key
            Write-Debug $IntegrationContext.Key
            Write-Information $IntegrationContext.Key
            Write-Host $IntegrationContext.Key
            Write-Progress $IntegrationContext.Key
            Write-Error $IntegrationContext.Key
            New-UnhealthyResult $IntegrationContext.Key
        }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { throw "no clients for $($IntegrationContext.Key)" }
        return $Integration
        """;

    [Fact]
    public async Task No_log_line_has_a_secret()
    {
        var log = new LogRecorder();
        string? apiKey;
        await using (var server = await TestServer.StartWithAsync(
            services => services.AddSingleton<ILoggerProvider>(log),
            null,
            "--Logging:LogLevel:Default", "Trace", "--Logging:LogLevel:Microsoft", "Trace", "--Logging:LogLevel:Orleans", "Trace", "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace"))
        {
            var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Script });
            var (status, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Key } });
            Assert.Equal((201, "Unhealthy"), (status, link.GetProperty("health").GetString()));
            await server.PostAsync($"provider-links/{link.GetProperty("id").GetString()}/clients/sync", new { });
            await server.PostAsync("users", new { userName = "Anna", password = Password, role = "Reader" });
            using var browser = new Browser(server);
            await browser.SignInAsync("Anna", Password);
            await browser.SignInAsync("Anna", Password + "!");
            await browser.SendAsync(HttpMethod.Get, "tenants");
            apiKey = (await server.PostAsync("api-keys", new { name = "x", role = "Reader" })).Answer.GetProperty("key").GetString()!;
            using var client = server.ClientWith(apiKey);
            using var answer = await client.GetAsync("tenants", TestContext.Current.CancellationToken);
            foreach (var run in await server.ItemsAsync("runs"))
            {
                Assert.DoesNotContain(Key, run.GetRawText(), StringComparison.Ordinal);
            }
        }

        // That it listened at all.
        Assert.Contains(log.Lines, static line => line.Contains("/api/v1/provider-links", StringComparison.Ordinal));
        Assert.Contains(log.Lines, static line => line.Contains("INSERT INTO", StringComparison.Ordinal));
        // A key's secret part may have the separator in it.
        foreach (var secret in new[] { Key, Password, apiKey.Split('_', 3)[2] })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }
}
