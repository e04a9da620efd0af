using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StandardWebhooks;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Only the vendor's requests reach the script.</summary>
public sealed class CheckTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    private const string Ok = "[ObjectResult]::new('ok')";
    private const string Key = "a-key-of-the-vendor-1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Header", "")]
    [InlineData("Header", "Bearer ")]
    [InlineData("Query", "")]
    public async Task A_secret_stands_in_a_header_or_in_the_query(string place, string prefix)
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "Secret", place, name = "X-Token", prefix });
        await hook.AddKeyAsync("first", Key);

        Assert.Equal("200", await SendAsync(prefix + Key));
        Assert.Equal("401", await SendAsync(prefix + Key + "x"));
        Assert.Equal("401", await SendAsync(prefix));
        Assert.Equal("401", await SendAsync(null));
        Assert.EndsWith("is missing, or there more than once.", await hook.NewestRunAsync(4), StringComparison.Ordinal);

        async Task<string> SendAsync(string? secret) => (await Hook.TextAsync(await hook.SendAsync(
            HttpMethod.Get, place == "Query" && secret is not null ? $"?X-Token={Uri.EscapeDataString(secret)}" : "", null, place == "Header" && secret is not null ? [("X-Token", secret)] : [])))[..3];
    }

    [Fact]
    public async Task A_signature_of_GitHubs_own_example_is_right()
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "Hmac", name = "X-Hub-Signature-256", prefix = "sha256=" });
        await hook.AddKeyAsync("GitHub", "It's a Secret to Everybody");

        Assert.Equal("200", await SendAsync("Hello, World!", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
        Assert.Equal("401", await SendAsync("Hello, World?", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
        Assert.Equal("Rejected Answered 401. The header X-Hub-Signature-256 is the HMAC-SHA256 of the body with none of the webhook's 1 keys.", await hook.NewestRunAsync(2));
        Assert.Equal("401", await SendAsync("Hello, World!", "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
        Assert.Equal("Rejected Answered 401. The header X-Hub-Signature-256 does not begin with 'sha256='.", await hook.NewestRunAsync(3));
        Assert.Equal("401", await SendAsync("Hello, World!", "sha256=xyz"));
        Assert.Equal("Rejected Answered 401. The header X-Hub-Signature-256 is no HMAC-SHA256 as Hex: 32 bytes are expected.", await hook.NewestRunAsync(4));

        async Task<string> SendAsync(string body, string signature) => (await Hook.TextAsync(await hook.SendAsync(HttpMethod.Post, "", new StringContent(body), ("X-Hub-Signature-256", signature))))[..3];
    }

    [Fact]
    public async Task A_refused_sender_learns_nothing_of_the_check_that_failed()
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "Hmac", name = "X-Signature", encoding = "Base64" });
        await hook.AddKeyAsync("first", Key);

        var right = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), "{}"u8));
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Signature", right)));
        using var missing = await hook.PostAsync("{}");
        using var wrong = await hook.PostAsync("{ }", ("X-Signature", right));
        var details = new[] { await DetailAsync(missing), await DetailAsync(wrong) };
        Assert.Equal("Sign it, or send the secret, as the webhook's settings say. The record of the run tells an administrator what is missing.", Assert.Single(details.Distinct()));
    }

    [Fact]
    public async Task Keys_are_rotated_without_a_gap_and_a_revoked_one_counts_no_more()
    {
        var hook = await server.LinkAsync(Ok);
        await hook.SaveAsync(new { check = "Secret", name = "X-Token" });
        var old = await hook.AddKeyAsync("old");
        var first = old.GetProperty("text").GetString()!;
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", first)));

        var second = (await hook.AddKeyAsync("new")).GetProperty("text").GetString()!;
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", first)));
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", second)));

        await hook.RevokeAsync(old.GetProperty("id").GetString()!);
        Assert.StartsWith("401", await hook.AnswerAsync("{}", ("X-Token", first)), StringComparison.Ordinal);
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", second)));
        var settings = await hook.SettingsAsync();
        Assert.Equal("new", Assert.Single(settings.GetProperty("keys").EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain(second, settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_script_writes_of_a_key_is_masked()
    {
        var hook = await server.LinkAsync("param($httpContext) Write-Warning \"token $($httpContext.Request.Headers['X-Token'])\"; [ObjectResult]::new('ok')");
        await hook.SaveAsync(new { check = "Secret", name = "X-Token" });
        await hook.AddKeyAsync("first", Key);

        Assert.Equal("200 ok", await hook.AnswerAsync("{}", ("X-Token", Key)));
        var run = Assert.Single(await hook.RunsAsync(1));
        Assert.Contains("token ********", await server.Server.Client.GetStringAsync($"runs/{run.GetProperty("id")}/events", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_Webhooks_are_taken_from_a_sender_of_that_standard()
    {
        var (hook, key) = await StandardAsync(Ok);
        var other = new StandardWebhook((await hook.AddKeyAsync("second")).GetProperty("text").GetString()!);

        Assert.Equal("200 ok", await hook.AnswerAsync("{}", Sender.Signed(new StandardWebhook(key), "msg_1", "{}")));
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", Sender.Signed(other, "msg_2", "{}")));
        Assert.StartsWith("401", await hook.AnswerAsync("{ }", Sender.Signed(other, "msg_3", "{}")), StringComparison.Ordinal);
        Assert.Equal("Rejected Answered 401. The header webhook-signature signs the request with none of the webhook's 2 keys.", await hook.NewestRunAsync(3));

        // A vendor that rotates its key sends both signatures.
        var headers = Sender.Signed(other, "msg_4", "{}");
        headers[2] = (headers[2].Name, "v1,AAAA v2,AAAA " + headers[2].Value);
        Assert.Equal("200 ok", await hook.AnswerAsync("{}", headers));
        Assert.StartsWith("401", await hook.AnswerAsync("{}", headers[0], headers[1]), StringComparison.Ordinal);
        Assert.StartsWith("401", await hook.AnswerAsync("{}", headers[1], headers[2]), StringComparison.Ordinal);
        Assert.StartsWith("401", await hook.AnswerAsync("{}", headers[0], headers[2], ("webhook-timestamp", "today")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-290, "200")]
    [InlineData(-400, "401")]
    [InlineData(290, "200")]
    [InlineData(400, "401")]
    public async Task A_request_that_is_too_old_or_too_new_is_refused(int seconds, string expected)
    {
        var (hook, key) = await StandardAsync(Ok);

        Assert.StartsWith(expected, await hook.AnswerAsync("{}", Sender.Signed(new StandardWebhook(key), "msg_1", "{}", seconds)), StringComparison.Ordinal);
        Assert.Contains(expected == "200" ? "Ok Answered 200." : "The header webhook-timestamp differs from the server's clock by", await hook.NewestRunAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_openness_of_a_webhook_is_told_until_it_is_closed()
    {
        var hook = await server.LinkAsync(Ok);
        var settings = await hook.SettingsAsync();
        Assert.Equal(hook.Address.ToString(), settings.GetProperty("url").GetString());
        Assert.StartsWith("The webhook is open: whoever knows its address may send.", settings.GetProperty("warning").GetString(), StringComparison.Ordinal);
        Assert.Equal("200 ok", await hook.AnswerAsync("{}"));

        settings = await hook.SaveAsync(new { check = "Secret", name = "X-Token" });
        Assert.Equal("Every request is refused, since there is no key. Add one.", settings.GetProperty("warning").GetString());
        Assert.StartsWith("401", await hook.AnswerAsync("{}", ("X-Token", "")), StringComparison.Ordinal);

        await hook.AddKeyAsync("first");
        Assert.Equal(JsonValueKind.Null, (await hook.SettingsAsync()).GetProperty("warning").ValueKind);
    }

    private async Task<(Hook Hook, string Key)> StandardAsync(string block)
    {
        var hook = await server.LinkAsync(block);
        await hook.SaveAsync(new { check = "StandardWebhooks" });
        return (hook, (await hook.AddKeyAsync("first")).GetProperty("text").GetString()!);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString();
}
