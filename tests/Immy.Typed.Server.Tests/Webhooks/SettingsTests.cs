using System.Net.Http.Json;
using System.Text.Json;
using Immy.Typed.Server.Security;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>What settings are refused, and who may save them.</summary>
public sealed class SettingsTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "check": "Secret" }""", "name", "name is ''. Send the name of the header or of the part of the query that holds the secret: letters, digits, - and _, at most 100.")]
    [InlineData("""{ "check": "Hmac", "name": "X Y" }""", "name", "name is 'X Y'. Send the name of the header that holds the signature: letters, digits, - and _, at most 100.")]
    [InlineData("""{ "check": "Hmac", "name": "X", "place": "Query" }""", "place", "An HMAC is looked for in a header only. Send Header, or leave it out.")]
    [InlineData("""{ "check": "None", "requestsPerSecond": 0 }""", "requestsPerSecond", "requestsPerSecond is 0. Send a number from 1 to 100000.")]
    [InlineData("""{ "check": "None", "burst": -1 }""", "burst", "burst is -1. Send a number from 1 to 100000.")]
    [InlineData("""{ "check": "None", "allowedAddresses": ["10.0.0.0/40"] }""", "allowedAddresses", "'10.0.0.0/40' is no address and no network. Send an address such as 203.0.113.7, or a network such as 203.0.113.0/24 or 2001:db8::/32.")]
    [InlineData("""{ "check": "None", "allowedAddresses": [null] }""", "allowedAddresses", "'' is no address and no network. Send an address such as 203.0.113.7, or a network such as 203.0.113.0/24 or 2001:db8::/32.")]
    public async Task Settings_that_cannot_be_are_refused_with_their_field(string settings, string field, string message)
    {
        var hook = await server.LinkAsync("[ObjectResult]::new('ok')");

        var problem = await hook.SaveAsync(JsonSerializer.Deserialize<JsonElement>(settings), expected: 400);

        Assert.Equal(message, problem.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Theory]
    [InlineData("None", "first", "short", 400, "The key has 5 characters. Send one of 16 to 500, or leave text out to have one made.")]
    [InlineData("None", "", null, 400, "The key needs a name of at most 100 characters, by which you know it again.")]
    [InlineData("StandardWebhooks", "second", "a-key-of-the-vendor-1", 400, "A key of Standard Webhooks is whsec_ and 16 to 64 bytes as base64. Send the vendor's, or leave text out to have one made.")]
    [InlineData("None", "taken", null, 409, "The name 'taken' belongs to another key of this webhook. Choose another name.")]
    public async Task A_key_that_cannot_be_is_refused(string check, string name, string? text, int status, string message)
    {
        var hook = await server.LinkAsync("[ObjectResult]::new('ok')");
        await hook.SaveAsync(new { check });
        await hook.AddKeyAsync("taken");

        var (answered, problem) = await server.Server.PostAsync($"provider-links/{hook.Id}/webhook/keys", new { name, text });

        Assert.Equal((status, message), (answered, problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_key_of_another_form_stands_in_the_way_of_Standard_Webhooks()
    {
        var hook = await server.LinkAsync("[ObjectResult]::new('ok')");
        await hook.AddKeyAsync("first", "a-key-of-the-vendor-1");

        var problem = await hook.SaveAsync(new { check = "StandardWebhooks" }, expected: 400);

        Assert.Equal("A key of this webhook is not one of Standard Webhooks: whsec_ and 16 to 64 bytes as base64. Revoke it first, and add one of that form.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_save_says_which_state_it_was_based_on()
    {
        var hook = await server.LinkAsync("[ObjectResult]::new('ok')");
        var path = $"provider-links/{hook.Id}/webhook";
        using var without = await server.Server.Client.PutAsJsonAsync(path, new { check = "None" }, Token);
        Assert.Equal(428, (int)without.StatusCode);

        await hook.SaveAsync(new { check = "None", burst = 5 });
        using var stale = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { check = "None" }) };
        stale.Headers.IfMatch.ParseAdd("\"none\"");
        using var refused = await server.Server.Client.SendAsync(stale, Token);
        Assert.Equal(412, (int)refused.StatusCode);
        Assert.Equal(5, (await hook.SettingsAsync()).GetProperty("burst").GetInt32());
    }

    [Fact]
    public async Task Only_an_administrator_makes_and_revokes_keys()
    {
        var hook = await server.LinkAsync("[ObjectResult]::new('ok')");
        var path = $"provider-links/{hook.Id}/webhook";
        using var client = await server.Server.ClientOfAsync(Role.Operator);

        using var read = await client.GetAsync(path, Token);
        using var added = await client.PostAsJsonAsync($"{path}/keys", new { name = "mine" }, Token);
        using var revoked = await client.DeleteAsync($"{path}/keys/{Guid.NewGuid()}", Token);
        using var unknown = await server.Server.Client.DeleteAsync($"{path}/keys/{Guid.Empty}", Token);

        Assert.Equal([200, 403, 403, 404], ((HttpResponseMessage[])[read, added, revoked, unknown]).Select(static response => (int)response.StatusCode));
    }
}
