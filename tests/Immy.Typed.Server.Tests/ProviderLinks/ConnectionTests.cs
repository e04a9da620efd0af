using System.Text.Json;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.ProviderLinks;

/// <summary>Connections that are tried without being saved.</summary>
public sealed class ConnectionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Script = """
        $Integration = New-DynamicIntegration -Init {
            param([Parameter(Mandatory)][string]$Url, [Parameter(Mandatory)][Password()][string]$Key)
            Write-Host "Trying $Url with $Key"
            if ($Key -notlike 'good-*') { return [OpResult]::Fail("$Url refuses the key $Key") }
            Write-Warning 'The key ends soon.'
            $IntegrationContext.Url = $Url
            [OpResult]::Ok()
        } -HealthCheck { Write-Host 'Looking'; if ($IntegrationContext.Url -eq 'down') { New-UnhealthyResult 'It is down.' } else { New-HealthyResult } }
        return $Integration
        """;

    private TestServer Server => fixture.Server;

    // Its form was read a moment before, so only what happens in between lets a script fail here.
    [Fact]
    public async Task A_script_that_stops_loading_midway_makes_the_run_fail()
    {
        var type = new IntegrationType { Name = fixture.NextName(), CurrentVersion = 1, Versions = { new IntegrationTypeVersion { Number = 1, Script = "throw 'no more'", Author = "test" } } };
        var form = new LinkForm(new Dictionary<string, JsonElement>(), new Dictionary<string, JsonElement>());

        var refused = await Assert.ThrowsAsync<IntegrationLoadException>(() => Server.Services.GetRequiredService<Server.ProviderLinks.ConnectionTests>().RunAsync(type, form, null, "test", TestContext.Current.CancellationToken));

        var run = (await Server.ItemsAsync("runs?kind=ConnectionTest")).Single(run => run.GetProperty("name").GetString() == type.Name);
        Assert.Equal(("Failed", refused.Message), (run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Right_values_succeed_and_nothing_is_saved()
    {
        var type = await fixture.TypeAsync(Script);

        var (status, result) = await TryAsync(type, new { Url = "up", Key = "good-47110815" });

        Assert.Equal((200, true, "Healthy"), (status, result.GetProperty("succeeded").GetBoolean(), result.GetProperty("health").GetString()));
        Assert.Equal(
            ["Init Host: Trying up with ********", "Init Warning: The key ends soon.", "HealthCheck Host: Looking"],
            result.GetProperty("records").EnumerateArray().Select(static record => $"{record.GetProperty("block").GetString()} {record.GetProperty("stream").GetString()}: {record.GetProperty("text").GetString()}"));
        Assert.Empty((await Server.GetAsync($"provider-links?integrationTypeId={type.Split('/')[1]}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_wrong_key_says_why_without_the_key()
    {
        var (status, result) = await TryAsync(await fixture.TypeAsync(Script), new { Url = "up", Key = "wrong-47110815" });

        Assert.Equal((200, false, "up refuses the key ********"), (status, result.GetProperty("succeeded").GetBoolean(), result.GetProperty("message").GetString()));
        Assert.DoesNotContain("47110815", result.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remote_system_that_is_down_is_told_and_its_run_can_be_read()
    {
        var (_, result) = await TryAsync(await fixture.TypeAsync(Script), new { Url = "down", Key = "good-47110815" });

        Assert.Equal((false, "Unhealthy", "It is down."), (result.GetProperty("succeeded").GetBoolean(), result.GetProperty("health").GetString(), result.GetProperty("message").GetString()));
        var run = await Server.GetAsync($"runs/{result.GetProperty("run").GetString()}");
        Assert.Equal(("ConnectionTest", "Failed", "It is down."), (run.GetProperty("kind").GetString(), run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Values_that_do_not_fit_the_form_are_not_tried()
    {
        var (status, problem) = await TryAsync(await fixture.TypeAsync(Script), new { Url = "up" });

        Assert.Equal((400, "Key is mandatory."), (status, problem.GetProperty("errors").GetProperty("values.Key")[0].GetString()));
    }

    [Fact]
    public async Task A_link_lends_the_secrets_that_are_not_sent()
    {
        var link = await fixture.LinkAsync(await fixture.TypeAsync(Script), new { Url = "up", Key = "good-47110815" });

        var (_, same) = await TryAsync(link, null);
        var (_, down) = await TryAsync(link, new { Url = "down" });
        var (_, wrong) = await TryAsync(link, new { Url = "up", Key = "wrong-47110815" });

        Assert.Equal((true, false, false), (same.GetProperty("succeeded").GetBoolean(), down.GetProperty("succeeded").GetBoolean(), wrong.GetProperty("succeeded").GetBoolean()));
        Assert.Equal("It is down.", down.GetProperty("message").GetString());
        Assert.Equal("Healthy", (await Server.GetAsync(link)).GetProperty("health").GetString());
    }

    private Task<(int Status, JsonElement Answer)> TryAsync(string path, object? values) => Server.PostAsync($"{path}/test-connection", new { values });
}
