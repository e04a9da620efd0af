using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Security;

/// <summary>API keys: shown once, limited to scopes, revoked at once.</summary>
public sealed class ApiKeyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_shown_once_works_tells_when_it_was_used_and_is_revoked()
    {
        await using var server = await TestServer.StartAsync();

        var (status, created) = await server.PostAsync("api-keys", new { name = "billing", role = "Reader", expiresAt = DateTimeOffset.UtcNow.AddDays(1) });
        Assert.Equal(201, status);
        using var client = server.ClientWith(created.GetProperty("key").GetString());
        Assert.Equal(200, (int)(await client.GetAsync("tenants", Token)).StatusCode);
        Assert.Equal("apiKey billing", await WhoAsync(client));

        await server.Services.GetRequiredService<ApiKeyUse>().WriteAsync(Token);
        var listed = Assert.Single(await server.ItemsAsync("api-keys?name=billing"));
        Assert.Equal(JsonValueKind.Null, listed.GetProperty("key").ValueKind);
        Assert.StartsWith(listed.GetProperty("prefix").GetString()!, created.GetProperty("key").GetString(), StringComparison.Ordinal);
        Assert.True(listed.GetProperty("lastUsedAt").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddMinutes(-5));

        using var revoked = await server.Client.DeleteAsync($"api-keys/{created.GetProperty("id").GetString()}", Token);
        Assert.Equal((204, 401), ((int)revoked.StatusCode, (int)(await client.GetAsync("tenants", Token)).StatusCode));
        Assert.Equal("billing", Assert.Single(await server.ItemsAsync("api-keys?revoked=true")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_key_with_scopes_reaches_only_what_they_name()
    {
        await using var server = await TestServer.StartAsync();
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        var links = new List<string>();
        foreach (var name in new[] { "one", "two" })
        {
            var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name, values = new Dictionary<string, string> { ["Url"] = "x", ["Key"] = "good-1" } });
            links.Add(link.GetProperty("id").GetString()!);
        }

        using var client = await ClientAsync(server, "Operator", "tenants", $"provider-links/{links[0]}");

        Assert.Equal(200, (await GetAsync(client, "tenants")).Status);
        Assert.Equal(200, (await GetAsync(client, $"provider-links/{links[0]}")).Status);
        Assert.Equal(200, (await GetAsync(client, $"provider-links/{links[0]}/clients")).Status);
        Assert.Equal(200, (await GetAsync(client, "session")).Status);
        var prefix = $"The API key 'scoped' is limited to tenants, provider-links/{links[0]}, and this needs";
        var refusals = new (string Path, string Needs)[]
        {
            ($"provider-links/{links[1]}/clients", $"provider-links or provider-links/{links[1]}"),
            ("provider-links", "provider-links"),
            ("integration-types", "integration-types"),
        };
        foreach (var (path, needs) in refusals)
        {
            var refused = await GetAsync(client, path);
            Assert.Equal((403, $"{prefix} {needs}. Use another key."), (refused.Status, refused.Detail));
        }

        // The role is still the limit of what is done there.
        using var created = await client.PostAsJsonAsync("tenants", new { name = "x" }, Token);
        Assert.Equal((403, "The API key 'scoped' has the role Operator, and this needs Administrator. Use a key or a user of that role."), ((int)created.StatusCode, (await Answer.OfAsync(created)).Detail));
        using var wide = await ClientAsync(server, "Administrator", "provider-links");
        Assert.Equal((200, 200), ((await GetAsync(wide, "provider-links")).Status, (await GetAsync(wide, $"provider-links/{links[1]}")).Status));
        var users = await GetAsync(wide, "users");
        Assert.Equal((403, "The API key 'scoped' is limited to provider-links, and this needs a key without scopes. Use another key."), (users.Status, users.Detail));
    }

    [Fact]
    public async Task What_is_wrong_with_a_key_is_told_by_field()
    {
        await using var server = await TestServer.StartAsync();
        var refusals = new (object Body, string Field, string Message)[]
        {
            (new { role = "Reader" }, "name", "The key needs a name that says what it is for."),
            (new { name = "x" }, "role", "The key needs a role: Reader, Operator, Administrator."),
            (new { name = "x", role = "Reader", expiresAt = "2020-01-01T00:00:00Z" }, "expiresAt", "The key would end at 2020-01-01T00:00:00.0000000+00:00, which is past. Send a time to come, or leave it out."),
            (new { name = "x", role = "Reader", scopes = new[] { "tenant" } }, "scopes", "There is no scope 'tenant'. Did you mean 'tenants'?"),
            (new { name = "x", role = "Reader", scopes = new string?[] { null } }, "scopes", "scopes has null among its texts. Leave it out."),
            (new { name = "x", role = "Reader", scopes = new[] { "users" } }, "scopes", "'users' cannot be a scope: whoever manages users can give themselves everything. Leave the scopes out for such a key."),
            (new { name = "x", role = "Reader", scopes = new[] { $"provider-links/{Guid.Empty}" } }, "scopes", $"The scope 'provider-links/{Guid.Empty}' names no provider link. Write provider-links/ and the id of one."),
        };

        foreach (var (body, field, message) in refusals)
        {
            var (status, problem) = await server.PostAsync("api-keys", body);
            Assert.Equal((400, message), (status, problem.GetProperty("errors").GetProperty(field)[0].GetString()));
        }
    }

    [Fact]
    public async Task The_last_key_of_an_administrator_stays_while_there_is_no_other_way_in()
    {
        await using var server = await TestServer.StartAsync();
        var keys = await server.ItemsAsync("api-keys");
        Assert.Equal(["first administrator", "test"], keys.Select(static key => key.GetProperty("name").GetString()));
        Assert.Equal(204, await RevokeAsync(server, keys[0]));

        using var refused = await server.Client.DeleteAsync($"api-keys/{keys[1].GetProperty("id").GetString()}", Token);
        Assert.Equal(
            (409, "'test' is the last key of an administrator, and there is no user who is one. Make another key or an administrator first."),
            ((int)refused.StatusCode, (await Answer.OfAsync(refused)).Detail));

        await server.PostAsync("users", new { userName = "Anna", password = "correct horse battery", role = "Administrator" });
        Assert.Equal(204, await RevokeAsync(server, keys[1]));
    }

    private static async Task<int> RevokeAsync(TestServer server, JsonElement key)
    {
        using var response = await server.Client.DeleteAsync($"api-keys/{key.GetProperty("id").GetString()}", Token);
        return (int)response.StatusCode;
    }

    private static async Task<HttpClient> ClientAsync(TestServer server, string role, params string[] scopes)
    {
        var (status, key) = await server.PostAsync("api-keys", new { name = "scoped", role, scopes });
        Assert.Equal(201, status);
        return server.ClientWith(key.GetProperty("key").GetString());
    }

    private static async Task<string> WhoAsync(HttpClient client)
    {
        var who = await client.GetFromJsonAsync<JsonElement>("session", Token);
        return $"{who.GetProperty("kind")} {who.GetProperty("name")}";
    }

    private static async Task<Answer> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Token);
        return await Answer.OfAsync(response);
    }
}
