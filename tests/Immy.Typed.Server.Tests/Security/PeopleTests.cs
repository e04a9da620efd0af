using System.Text.Json;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Security;

/// <summary>People sign in with name and password, and administrators look after them.</summary>
public sealed class PeopleTests
{
    private const string Password = "correct horse battery staple";

    private const string Refused = "The name or the password is not right, the user is disabled, or it is locked for 15 minutes after 5 failures. An administrator sees which at GET /api/v1/users.";

    [Fact]
    public async Task Somebody_signs_in_works_and_signs_out()
    {
        await using var server = await TestServer.StartAsync();
        await CreateAsync(server, "Anna", "Operator");
        using var browser = new Browser(server);

        Assert.Equal(401, (await browser.SendAsync(HttpMethod.Get, "session")).Status);
        var signedIn = await browser.SignInAsync("anna", Password);
        Assert.Equal((200, "user", "Anna", "[\"Reader\",\"Operator\"]"), (signedIn.Status, signedIn["kind"], signedIn["name"], signedIn["roles"]));
        var cookie = Assert.Single(browser.Cookies);
        Assert.Equal(("immy-session", true), (cookie.Name, cookie.HttpOnly));

        Assert.Equal(signedIn["id"], (await browser.SendAsync(HttpMethod.Get, "session"))["id"]);
        Assert.Equal(200, (await browser.SendAsync(HttpMethod.Get, "tenants")).Status);
        var forbidden = await browser.SendAsync(HttpMethod.Post, "tenants", new { name = "x" });
        Assert.Equal((403, "The user 'Anna' has the role Operator, and this needs Administrator. Use a key or a user of that role."), (forbidden.Status, forbidden.Detail));

        Assert.Equal(204, (await browser.SendAsync(HttpMethod.Delete, "session")).Status);
        Assert.Empty(browser.Cookies);
        Assert.Equal(401, (await browser.SendAsync(HttpMethod.Get, "session")).Status);
    }

    [Fact]
    public async Task Whoever_cannot_sign_in_is_told_the_same_whatever_the_reason()
    {
        await using var server = await TestServer.StartAsync();
        await CreateAsync(server, "Anna", "Operator");
        var (id, etag) = await CreateAsync(server, "Bert", "Reader");
        await PutAsync(server, $"users/{id}", new { role = "Reader", isDisabled = true }, etag);
        using var browser = new Browser(server);

        foreach (var (name, password) in new[] { ("Anna", "wrong"), ("Nobody", Password), ("Bert", Password) })
        {
            var answer = await browser.SignInAsync(name, password);
            Assert.Equal((401, Refused), (answer.Status, answer.Detail));
        }
    }

    [Fact]
    public async Task Five_failures_lock_even_when_they_come_at_once_and_a_new_password_unlocks()
    {
        await using var server = await TestServer.StartAsync();
        var (id, _) = await CreateAsync(server, "Anna", "Operator");
        using var browser = new Browser(server);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.SignInAsync("Anna", "wrong")));

        Assert.Equal((401, Refused), ((await browser.SignInAsync("Anna", Password)).Status, (await browser.SignInAsync("Anna", Password)).Detail));
        var user = await server.GetAsync($"users/{id}");
        Assert.True(user.GetProperty("lockedUntil").GetDateTimeOffset() > DateTimeOffset.UtcNow.AddMinutes(14));
        Assert.Equal(204, (await server.PostAsync($"users/{id}/password", new { password = "another horse battery" })).Status);
        Assert.Equal(200, (await browser.SignInAsync("Anna", "another horse battery")).Status);
    }

    [Fact]
    public async Task A_cookie_ends_when_role_switch_or_password_change()
    {
        await using var server = await TestServer.StartAsync();
        var (id, etag) = await CreateAsync(server, "Anna", "Operator");
        using var browser = new Browser(server);
        using var other = new Browser(server);
        await browser.SignInAsync("Anna", Password);
        await other.SignInAsync("Anna", Password);

        var wrong = await browser.SendAsync(HttpMethod.Put, "session/password", new { current = "wrong", password = "another horse battery" });
        Assert.Equal((400, "It is not the present password."), (wrong.Status, wrong.Detail));
        Assert.Equal(204, (await browser.SendAsync(HttpMethod.Put, "session/password", new { current = Password, password = "another horse battery" })).Status);
        Assert.Equal((200, 401), ((await browser.SendAsync(HttpMethod.Get, "session")).Status, (await other.SendAsync(HttpMethod.Get, "session")).Status));

        etag = await ETagAsync(server, id);
        Assert.Equal(200, (await PutAsync(server, $"users/{id}", new { role = "Reader" }, etag)).Status);
        Assert.Equal(401, (await browser.SendAsync(HttpMethod.Get, "session")).Status);
    }

    [Fact]
    public async Task Pages_of_other_sites_change_nothing()
    {
        await using var server = await TestServer.StartAsync();
        await CreateAsync(server, "Anna", "Administrator");
        using var browser = new Browser(server);
        Assert.Equal(403, (await browser.SendAsync(HttpMethod.Post, "session", new { userName = "Anna", password = Password }, "Sec-Fetch-Site: cross-site")).Status);
        await browser.SignInAsync("Anna", Password);
        var own = $"http://{server.Client.BaseAddress!.Authority}";

        foreach (var headers in new string[][] { ["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"], ["Origin: http://evil.example"], ["Origin: null"], ["Sec-Fetch-Site: cross-site", $"Origin: {own}"] })
        {
            var refused = await browser.SendAsync(HttpMethod.Post, "tenants", new { name = "Evil" }, headers);
            Assert.Equal((403, "The request comes from a page of another site. Use the pages of this server, or an API key: Authorization: Bearer immy_..."), (refused.Status, refused.Detail));
        }

        Assert.Equal(200, (await browser.SendAsync(HttpMethod.Get, "tenants", null, "Sec-Fetch-Site: cross-site")).Status);
        Assert.Equal(201, (await browser.SendAsync(HttpMethod.Post, "tenants", new { name = "a" }, "Sec-Fetch-Site: same-origin")).Status);
        Assert.Equal(201, (await browser.SendAsync(HttpMethod.Post, "tenants", new { name = "b" }, $"Origin: {own}")).Status);
        Assert.Equal(["a", "b"], (await server.ItemsAsync("tenants")).Select(static tenant => tenant.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var server = await TestServer.StartAsync();
        var (anna, annaTag) = await CreateAsync(server, "Anna", "Administrator");
        const string last = "'Anna' is the last administrator who is not disabled. Make another user an administrator first.";

        foreach (var body in new object[] { new { role = "Operator" }, new { role = "Administrator", isDisabled = true } })
        {
            var refused = await PutAsync(server, $"users/{anna}", body, annaTag);
            Assert.Equal((409, last), (refused.Status, refused.Detail));
        }

        Assert.Equal((409, last), ((await DeleteAsync(server, $"users/{anna}", annaTag)).Status, (await DeleteAsync(server, $"users/{anna}", annaTag)).Detail));
        var (bert, bertTag) = await CreateAsync(server, "Bert", "Administrator");
        // Each sees the other one: only one may go.
        var both = await Task.WhenAll(DeleteAsync(server, $"users/{anna}", annaTag), DeleteAsync(server, $"users/{bert}", bertTag));
        Assert.Equal([204, 409], both.Select(static answer => answer.Status).Order());
        Assert.Single(await server.ItemsAsync("users?role=Administrator"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_user_is_told_by_field()
    {
        await using var server = await TestServer.StartAsync();
        await CreateAsync(server, "Anna", "Reader");
        var refusals = new (object Body, string Field, string Message)[]
        {
            (new { userName = "", password = Password, role = "Reader" }, "userName", "The user needs a name."),
            (new { userName = "ANNA", password = Password, role = "Reader" }, "userName", "The name 'ANNA' belongs to another user. Choose another name."),
            (new { userName = " x", password = Password, role = "Reader" }, "userName", "The name begins or ends with a space, or has a control character. Leave those out."),
            (new { userName = "Bert", password = "short", role = "Reader" }, "password", "The password has 5 characters; at least 12 are needed. Four unrelated words are a good one."),
            (new { userName = "Bert", password = "aaaaaaaaaaaab", role = "Reader" }, "password", "The password has only 2 different characters; at least 5 are needed."),
            (new { userName = "Bert", password = "iambertiambert", role = "Reader" }, "password", "The password contains the user's name. Choose one without it."),
            (new { userName = "Bert", password = Password }, "role", "The user needs a role: Reader, Operator, Administrator."),
        };

        foreach (var (body, field, message) in refusals)
        {
            var (status, problem) = await server.PostAsync("users", body);
            Assert.Equal((400, message), (status, problem.GetProperty("errors").GetProperty(field)[0].GetString()));
        }
    }

    [Fact]
    public async Task Neither_a_password_nor_its_hash_is_ever_shown()
    {
        await using var server = await TestServer.StartAsync();
        await CreateAsync(server, "Anna", "Reader");

        var text = (await server.GetAsync("users")).GetRawText();

        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<(string Id, string ETag)> CreateAsync(TestServer server, string userName, string role)
    {
        var (status, user) = await server.PostAsync("users", new { userName, password = Password, role });
        Assert.Equal(201, status);
        var id = user.GetProperty("id").GetString()!;
        return (id, await ETagAsync(server, id));
    }

    private static async Task<string> ETagAsync(TestServer server, string id)
    {
        using var response = await server.Client.GetAsync($"users/{id}", TestContext.Current.CancellationToken);
        return response.Headers.ETag!.ToString();
    }

    private static Task<Answer> PutAsync(TestServer server, string path, object body, string etag) => SendAsync(server, HttpMethod.Put, path, body, etag);

    private static Task<Answer> DeleteAsync(TestServer server, string path, string etag) => SendAsync(server, HttpMethod.Delete, path, null, etag);

    private static async Task<Answer> SendAsync(TestServer server, HttpMethod method, string path, object? body, string etag)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.ParseAdd(etag);
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
