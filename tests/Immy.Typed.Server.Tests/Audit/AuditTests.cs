using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Audit;

/// <summary>Who did what, when, to what; never a value.</summary>
public sealed class AuditTests
{
    private const string Password = "correct horse battery staple";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_people_and_keys_do_is_written_down_by_name_of_field_and_never_by_value()
    {
        await using var server = await TestServer.StartAsync();
        var (_, anna) = await server.PostAsync("users", new { userName = "Anna", password = Password, role = "Administrator" });
        using var browser = new Browser(server);
        await browser.SignInAsync("Anna", "a wrong password");
        await browser.SignInAsync("Zelda-s3cret", Password);
        await browser.SignInAsync("Anna", Password);
        var tenant = await browser.SendAsync(HttpMethod.Post, "tenants", new { name = "Contoso" });
        await browser.SendAsync(HttpMethod.Put, "session/password", new { current = Password, password = "another horse battery" });
        var key = await browser.SendAsync(HttpMethod.Post, "api-keys", new { name = "billing", role = "Reader" });
        await browser.SendAsync(HttpMethod.Delete, $"api-keys/{key["id"]}");
        await browser.SendAsync(HttpMethod.Delete, "session");

        var entries = (await server.ItemsAsync("audit?limit=100")).Reverse().ToList();

        Assert.Equal(
            [
                "Anna Changed api-key billing RevokedAt",
                "Anna Changed user Anna PasswordHash",
                "Anna Created api-key billing ",
                "Anna Created tenant Contoso ",
                "Anna SignInRefused user Anna ",
                "Anna SignedIn user Anna ",
                "Anna SignedOut user Anna ",
                "an unknown name SignInRefused user  ",
                "server Created api-key first administrator ",
                "server Created api-key test ",
                "test Created user Anna ",
            ],
            entries.Select(Line).Order(StringComparer.Ordinal));
        Assert.All(entries.Where(static entry => entry.GetProperty("actor").GetString() != "server"), static entry => Assert.Equal("127.0.0.1", entry.GetProperty("address").GetString()));
        var created = Assert.Single(await server.ItemsAsync($"audit?actor=Anna&action=Created&subject=tenant&subjectId={tenant["id"]}"));
        Assert.Equal(anna.GetProperty("id").GetString(), created.GetProperty("actorId").GetString());
        Assert.Empty(await server.ItemsAsync("audit?until=2020-01-01T00:00:00Z"));
        Assert.Equal(entries.Count, (await server.ItemsAsync("audit?since=2020-01-01T00:00:00Z")).Count);
        var text = JsonSerializer.Serialize(entries);
        foreach (var secret in new[] { Password, "another horse", "a wrong password", "Zelda", key["key"]! })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_use_of_a_links_secrets_and_the_mapping_of_a_client_are_written_down()
    {
        await using var server = await TestServer.StartAsync();
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Scripts.WithKey });
        var (_, link) = await server.PostAsync(
            "provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new Dictionary<string, string> { ["Url"] = "x", ["Key"] = "good-s3cret" } });
        var path = $"provider-links/{link.GetProperty("id").GetString()}";
        await server.PostAsync($"{path}/clients/sync", new { });
        var (_, tenant) = await server.PostAsync("tenants", new { name = "Contoso" });
        var client = (await server.ItemsAsync($"{path}/clients"))[0];
        using var mapped = await server.Client.PutAsJsonAsync($"{path}/clients/{client.GetProperty("id").GetString()}/tenant", new { tenantId = tenant.GetProperty("id").GetString() }, Token);
        Assert.Equal(204, (int)mapped.StatusCode);

        var lines = (await server.ItemsAsync("audit")).Select(Line).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(
            ["server Created api-key first administrator ", "server Created api-key test ", "server SecretsUsed provider-link Acme Key", "test Changed client Contoso TenantId", "test Created integration-type Acme ", "test Created provider-link Acme ", "test Created tenant Contoso "],
            lines);
        Assert.DoesNotContain("s3cret", (await server.GetAsync("audit")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_no_entry()
    {
        await using var server = await TestServer.StartAsync();
        await server.PostAsync("tenants", new { name = "Contoso" });

        Assert.Equal(409, (await server.PostAsync("tenants", new { name = "Contoso" })).Status);

        Assert.Single(await server.ItemsAsync("audit?actor=test"));
    }

    private static string Line(JsonElement entry)
        => $"{entry.GetProperty("actor")} {entry.GetProperty("action")} {entry.GetProperty("subject")} {entry.GetProperty("subjectName")} {string.Join(", ", entry.GetProperty("fields").EnumerateArray())}";
}
