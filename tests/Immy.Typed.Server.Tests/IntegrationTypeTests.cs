using System.Net.Http.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests;

/// <summary>Integration types over real HTTP: only what loads is saved, and no edit is lost.</summary>
public sealed class IntegrationTypeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_that_loads_is_saved_with_its_versions()
    {
        await using var server = await TestServer.StartAsync();

        var (status, created) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey, note = "first" });
        Assert.Equal((201, 1), (status, created.GetProperty("version").GetInt32()));
        var path = $"integration-types/{created.GetProperty("id").GetString()}";
        using var read = await server.Client.GetAsync(path, Token);

        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { name = "Acme", script = Scripts.WithKey + "\n# more", note = "second" }) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var saved = await server.Client.SendAsync(request, Token);

        Assert.Equal(200, (int)saved.StatusCode);
        Assert.EndsWith("# more", (await server.GetAsync(path)).GetProperty("script").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["2 test second", "1 test first"],
            (await server.ItemsAsync(path + "/versions")).Select(static version => $"{version.GetProperty("number")} {version.GetProperty("author")} {version.GetProperty("note")}"));
    }

    [Fact]
    public async Task A_script_that_does_not_load_is_refused_with_line_and_column_and_nothing_is_saved()
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey.Replace("-GetClients", "-GetCustomers", StringComparison.Ordinal) });

        Assert.Equal((422, "The script has errors.", "The script does not load. Nothing was saved."), (status, problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString()));
        var first = problem.GetProperty("problems")[0];
        Assert.Equal(("Acme.ps1", 7), (first.GetProperty("file").GetString(), first.GetProperty("line").GetInt32()));
        Assert.Contains("GetCustomers", first.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await server.ItemsAsync("integration-types"));
    }

    [Theory]
    [InlineData(null, "x", "name", "The integration type needs a name.")]
    [InlineData("Acme", " ", "script", "The integration type needs a script.")]
    public async Task A_field_that_is_missing_is_named(string? name, string script, string field, string message)
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await server.PostAsync("integration-types", new { name, script });

        Assert.Equal((400, message), (status, problem.GetProperty("errors").GetProperty(field)[0].GetString()));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });

        var (status, problem) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });

        Assert.Equal((409, "The name 'Acme' belongs to another integration type. Choose another name."), (status, problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Of_two_edits_at_once_one_is_saved_and_the_other_told()
    {
        await using var server = await TestServer.StartAsync();
        var (_, created) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        var path = $"integration-types/{created.GetProperty("id").GetString()}";
        using var read = await server.Client.GetAsync(path, Token);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(async index =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { name = "Acme", script = $"{Scripts.WithKey}\n# {index}" }) };
            request.Headers.IfMatch.Add(read.Headers.ETag!);
            using var response = await server.Client.SendAsync(request, Token);
            return (int)response.StatusCode;
        }));

        Assert.Single(statuses, 200);
        Assert.All(statuses.Where(static status => status != 200), static status => Assert.Equal(412, status));
        Assert.Equal(2, (await server.GetAsync(path)).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("{ \"name\": 1 }", "The body is not the JSON that is expected: at $.name, line 1. Its fields are at /reference.")]
    [InlineData("{ \"name\":", "The body is not the JSON that is expected: at $.name, line 1. Its fields are at /reference.")]
    public async Task A_request_that_cannot_be_read_says_where(string body, string detail)
    {
        await using var server = await TestServer.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("integration-types", content, Token);

        Assert.Equal((400, detail), ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData(null, 428, "Say which state of the integration type you edit: send the ETag that you read as If-Match.")]
    [InlineData("\"0123456789abcdef\"", 412, "The integration type was changed since it was read. Read it again, and save with its new ETag.")]
    public async Task A_stale_edit_is_refused(string? stamp, int expected, string message)
    {
        await using var server = await TestServer.StartAsync();
        var (_, created) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        using var request = new HttpRequestMessage(HttpMethod.Put, $"integration-types/{created.GetProperty("id").GetString()}") { Content = JsonContent.Create(new { name = "Acme", script = Scripts.WithKey }) };
        if (stamp is not null)
        {
            request.Headers.IfMatch.ParseAdd(stamp);
        }

        using var response = await server.Client.SendAsync(request, Token);

        Assert.Equal((expected, message), ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("detail").GetString()));
    }
}
