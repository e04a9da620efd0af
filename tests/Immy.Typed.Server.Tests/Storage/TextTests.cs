using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Storage;

/// <summary>Texts are kept as both databases take them.</summary>
public sealed class TextTests(PostgresServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_text_of_a_run_is_one_that_every_database_takes()
    {
        Assert.Equal("ab", RunText.Of("a\0b"));
        Assert.Equal("a\ufffdb\ufffd", RunText.Of("a\ud800b\udc00"));
        Assert.Equal("😀😀", RunText.Of("😀😀"));
        Assert.Equal("😀\ufffd…", RunText.Of("😀😀😀", 4));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_its_field() => await TooLongAsync();

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_its_field_on_PostgreSQL_and_what_scripts_write_is_kept()
    {
        string[] database = ["--Server:Database", await postgres.NewDatabaseAsync()];
        await TooLongAsync(database);
        await using var server = await TestServer.StartAsync(null, database);
        var (_, type) = await server.PostAsync("integration-types", new
        {
            name = "Odd",
            script = """
                $Integration = New-DynamicIntegration -Init { [OpResult]::Ok() } -HealthCheck { New-UnhealthyResult -Message "bad `0 news" }
                $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients { Write-Verbose "half `u{d800} and zero `0" -Verbose; New-IntegrationClient 1 "Half `u{d800} `0 Contoso" }
                return $Integration
                """,
        });
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Odd" });
        var path = $"provider-links/{link.GetProperty("id").GetString()}";
        Assert.Equal("bad  news", (await server.GetAsync(path)).GetProperty("healthMessage").GetString());

        Assert.Equal(200, (await server.PostAsync($"{path}/clients/sync", new { })).Status);

        Assert.Equal("Half \ufffd  Contoso", (await server.ItemsAsync($"{path}/clients"))[0].GetProperty("name").GetString());
        var run = (await server.ItemsAsync("runs?kind=ClientSync"))[0].GetProperty("id").GetString();
        var block = (await server.ItemsAsync($"runs?parentId={run}"))[0].GetProperty("id").GetString();
        // As JSON writes it.
        Assert.Contains("half \\uFFFD and zero ", await server.Client.GetStringAsync($"runs/{block}/events", Token), StringComparison.Ordinal);
    }

    private static async Task TooLongAsync(params string[] arguments)
    {
        await using var server = await TestServer.StartAsync(null, arguments);
        var (status, tenant) = await server.PostAsync("tenants", new { name = new string('a', 201) });
        Assert.Equal((400, "name has 201 characters; at most 200 are allowed."), (status, tenant.GetProperty("errors").GetProperty("name")[0].GetString()));
        Assert.Equal(201, (await server.PostAsync("tenants", new { name = new string('a', 200) })).Status);

        using var response = await server.Client.PutAsJsonAsync("module-scripts/Acme", new { script = "function Get-One { 1 }", note = new string('a', 501) }, Token);
        Assert.Equal((400, "note has 501 characters; at most 500 are allowed."), ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString()));
    }
}
