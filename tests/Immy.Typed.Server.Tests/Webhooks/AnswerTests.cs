using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>What scripts see of a request, and what their answers become.</summary>
public sealed class AnswerTests(WebhookServer server) : IClassFixture<WebhookServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[ObjectResult]::new('ok')", "200 ok", "text/plain; charset=utf-8")]
    [InlineData("$r = [ObjectResult]::new(@{ Name = 'Contoso' }); $r.StatusCode = 201; $r", """201 {"Name":"Contoso"}""", "application/json; charset=utf-8")]
    [InlineData("[JsonResult]::new([pscustomobject]@{ Id = 1; Tags = @('a', 'b') })", """200 {"Id":1,"Tags":["a","b"]}""", "application/json; charset=utf-8")]
    [InlineData("$r = [ContentResult]::new(); $r.Content = '<a/>'; $r.ContentType = 'text/xml'; $r.StatusCode = 418; $r", "418 <a/>", "text/xml")]
    [InlineData("[FileContentResult]::new([byte[]](72, 105), 'application/octet-stream')", "200 Hi", "application/octet-stream")]
    [InlineData("[StatusCodeResult]::new(404)", "404", null)]
    [InlineData("[NoContentResult]::new()", "204", null)]
    [InlineData("[RedirectResult]::new('https://example.com/next')", "302", null)]
    public async Task What_the_script_answers_is_sent(string result, string expected, string? type)
    {
        var hook = await server.LinkAsync(result);

        using var response = await hook.PostAsync("{}");
        Assert.Equal((type, "nosniff"), (response.Content.Headers.ContentType?.ToString(), response.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(expected.StartsWith("302", StringComparison.Ordinal) ? "https://example.com/next" : null, response.Headers.Location?.ToString());
        Assert.Equal(expected, await Hook.TextAsync(response));
        Assert.Equal($"Ok Answered {expected[..3]}.", await hook.NewestRunAsync(1));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("REPORT")]
    public async Task Every_verb_comes_with_route_query_headers_and_address(string verb)
    {
        var hook = await server.LinkAsync("""
            param($httpContext, $body, $route)
            $q = $httpContext.Request
            [ObjectResult]::new("$($q.Method) $route $($q.QueryString.Value) $($q.Headers['X-Kind']) $($httpContext.Connection.RemoteIpAddress) $($null -eq $body)")
            """);

        using var response = await hook.SendAsync(new HttpMethod(verb), "agents/7%20b?full=yes", null, ("X-Kind", "change"));

        Assert.Equal($"200 {verb} agents/7 b ?full=yes change 127.0.0.1 True", await Hook.TextAsync(response));
        Assert.Equal($"{verb} agents/7 b", (await hook.RunsAsync(1))[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("text/plain; charset=utf-7", "The content type says charset=utf-7, which is not read here. Send utf-8.")]
    [InlineData("application/json; charset=utf-7", "The content type says charset=utf-7, which is not read here. Send utf-8.")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "The content type says a charset that is not read here. Send utf-8.")]
    public async Task A_charset_that_is_not_read_is_told(string type, string detail)
    {
        var hook = await server.LinkAsync("throw 'not reached'");
        var content = new ByteArrayContent("a=1"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await hook.SendAsync(HttpMethod.Post, "", content);

        Assert.Equal((400, detail), ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("application/json", """{ "agent": { "name": "PC-1", "ids": [1, 2] } }""", "200 PC-1 2")]
    [InlineData("application/vnd.acme+json", """{ "agent": { "name": "Größe ✓", "ids": [] } }""", "200 Größe ✓ 0")]
    [InlineData("application/x-www-form-urlencoded", "agent=a+b&x=1", "200 a b form")]
    [InlineData("multipart/form-data; boundary=B", "--B\r\nContent-Disposition: form-data; name=\"agent\"\r\n\r\nPC-2\r\n--B--\r\n", "200 PC-2 form")]
    [InlineData("text/plain", "agent", "200 text agent")]
    [InlineData(null, "{}", "200 text {}")]
    public async Task A_body_is_what_its_content_type_says(string? type, string body, string expected)
    {
        var hook = await server.LinkAsync("""
            param($httpContext, $body, $route)
            if ($body -is [string]) { return [ObjectResult]::new("text $body") }
            if ($body -is [hashtable]) { return [ObjectResult]::new("$($body.Agent) form") }
            [ObjectResult]::new("$($body.agent.name) $($body.agent.ids.Count)")
            """);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        Assert.Equal(expected, await Hook.TextAsync(await hook.SendAsync(HttpMethod.Post, "", content)));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused_with_its_place()
    {
        var hook = await server.LinkAsync("throw 'not reached'");

        using var response = await hook.PostAsync("{\n  \"a\": x }");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((400, "The body cannot be read."), ((int)response.StatusCode, problem.GetProperty("title").GetString()));
        Assert.StartsWith("The content type says JSON, but the body is none: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("line 2, position 7", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Rejected Answered 400. The content type says JSON", await hook.NewestRunAsync(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused(bool hasLength)
    {
        var hook = await server.LinkAsync("throw 'not reached'");
        var text = new string('x', (1024 * 1024) + 1);
        using HttpContent content = hasLength ? new StringContent(text) : new StreamContent(new NoLength(text));

        // Else the server closes the connection while the body is still on its way.
        using var response = await hook.SendAsync(HttpMethod.Post, "", content, ("Expect", "100-continue"));

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((413, "At most 1048576 bytes are taken. An administrator of the server raises Server:Webhooks:BodyLimit."), ((int)response.StatusCode, problem.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("throw 'the database password is 1234'", "the database password is 1234")]
    [InlineData("", "IMMY")]
    [InlineData("'just text'", "IMMY")]
    [InlineData("[StatusCodeResult]::new(99)", "The script answers with the status 99. Set a StatusCode from 200 to 599.")]
    [InlineData("$h = @{}; $h.Self = $h; [ObjectResult]::new($h)", "cannot be written as an answer")]
    public async Task A_script_that_fails_is_told_without_detail_and_with_a_run_that_has_it(string block, string detail)
    {
        var hook = await server.LinkAsync(block);

        using var response = await hook.PostAsync("{}");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var run = (await hook.RunsAsync(1))[0];
        Assert.Equal((500, "The integration failed."), ((int)response.StatusCode, problem.GetProperty("title").GetString()));
        Assert.Equal(run.GetProperty("id").GetString(), problem.GetProperty("run").GetString());
        Assert.Equal($"The run {run.GetProperty("id")} tells an administrator why.", problem.GetProperty("detail").GetString());
        Assert.Equal("Failed", run.GetProperty("state").GetString());
        Assert.Contains(detail, run.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_takes_too_long_is_stopped()
    {
        var hook = await server.LinkAsync("[ScriptTimeout(TimeoutSeconds = 1)] param() while ($true) { }");

        using var response = await hook.PostAsync("{}");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal((504, "The integration took too long."), ((int)response.StatusCode, problem.GetProperty("title").GetString()));
        Assert.StartsWith("TimedOut Answered 504.", await hook.NewestRunAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_script_writes_stands_in_the_requests_own_run()
    {
        var hook = await server.LinkAsync("Write-Warning 'low disk'; Write-Error 'odd'; [ObjectResult]::new('ok')");

        Assert.Equal("200 ok", await hook.AnswerAsync("{}"));
        var run = Assert.Single(await hook.RunsAsync(1));
        Assert.Equal(("Partial", "127.0.0.1"), (run.GetProperty("state").GetString(), run.GetProperty("causedBy").GetString()));
        var events = await server.Server.Client.GetStringAsync($"runs/{run.GetProperty("id")}/events", Token);
        Assert.Contains("low disk", events, StringComparison.Ordinal);
        Assert.DoesNotContain(await server.Server.ItemsAsync($"runs?providerLinkId={hook.Id}&kind=Block"), static block => block.GetProperty("name").GetString()!.Contains("HandleHttpRequest", StringComparison.Ordinal));
    }
}
