using System.Globalization;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Streams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Runtime.Tests.Http;

/// <summary>PowerShell's web commands over the instance's own HTTP: what they do stays theirs, and each request is seen.</summary>
public sealed class OutboundTests
{
    [Fact]
    public async Task Each_request_is_in_the_run_without_anything_in_which_secrets_travel()
    {
        await using var server = await LoopbackServer.StartAsync(static context => context.Request.Path == "/v1/redirect"
            ? Redirect(context, "/v1/landing")
            : context.Response.WriteAsJsonAsync(new { id = 42 }));
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $$"""
            param($clientId)
            $a = Invoke-RestMethod "{{server.Url}}/v1/items?token=hidden" -Headers @{ Authorization = 'Bearer hidden' }
            $b = Invoke-WebRequest "{{server.Url}}/v1/redirect" -Method Post -Body 'hidden'
            "$($a.id) $($b.StatusCode) $($b.Content)"
            """));

        Assert.Equal("42 200 {\"id\":42}", await integration.TokenAsync());

        var requests = host.Observer.Last.Requests;
        var authority = new Uri(server.Url).Authority;
        Assert.Equal(
            [$"GET {authority} /v1/items 200", $"POST {authority} /v1/redirect 302", $"GET {authority} /v1/landing 200"],
            requests.Select(static request => $"{request.Method} {request.Host} {request.Path} {request.Status}"));
        Assert.All(requests, static request => Assert.True(request.Duration > TimeSpan.Zero && request.Error is null));
        Assert.DoesNotContain("hidden", string.Concat(requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_in_the_run_with_the_reason()
    {
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "try { Invoke-RestMethod 'http://127.0.0.1:9/away' } catch { 'away' }"));

        Assert.Equal("away", await integration.TokenAsync());

        var request = Assert.Single(host.Observer.Last.Requests);
        Assert.Equal((null, "Connection refused (127.0.0.1:9)"), (request.Status, request.Error));
    }

    [Fact]
    public async Task A_run_keeps_so_many_requests()
    {
        await using var server = await LoopbackServer.StartAsync(static context => context.Response.WriteAsync("1"));
        await using var host = new TestHost(static options => options.Http.RequestsKept = 2);
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"1..5 | ForEach-Object {{ Invoke-RestMethod {server.Url}/$_ }} | Out-Null; 'token'"));

        await integration.TokenAsync();

        Assert.Equal(2, host.Observer.Last.Requests.Count);
        Assert.Equal(
            "warning IMMY604: ISupportsTenantInstallToken.GetTenantInstallToken sent 5 requests; the run keeps the first 2. Ask for more at once, or raise Http.RequestsKept.",
            Assert.Single(host.Observer.Last.Problems).ToString());
    }

    [Theory]
    [InlineData("$s = New-Object Microsoft.PowerShell.Commands.WebRequestSession", "-WebSession $s", "-WebSession $s")]
    [InlineData("", "-SessionVariable s", "-WebSession $s")]
    public async Task Cookies_stay_in_their_web_session(string before, string first, string second)
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.Cookies.Append("seen", (context.Request.Cookies.Count + 1).ToString(CultureInfo.InvariantCulture));
            return context.Response.WriteAsync($"<{context.Request.Headers.Cookie}>");
        });
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $$"""
            {{before}}
            $one = Invoke-RestMethod {{server.Url}}/a {{first}}
            $two = Invoke-RestMethod {{server.Url}}/b {{second}} -Headers @{ Cookie = 'own=1' }
            $other = Invoke-RestMethod {{server.Url}}/c
            "$one $two $other"
            """));

        Assert.Equal("<> <own=1; seen=1> <>", await integration.TokenAsync());
    }

    [Theory]
    [InlineData("", "GET  /to")]
    [InlineData("-MaximumRedirection 0 -SkipHttpErrorCheck -ErrorAction SilentlyContinue", "")]
    [InlineData("-PreserveAuthorizationOnRedirect", "GET Bearer t /to")]
    [InlineData("-PreserveHttpMethodOnRedirect", "POST Bearer t /to")]
    public async Task Redirects_are_followed_as_the_parameters_say(string parameters, string expected)
    {
        await using var server = await LoopbackServer.StartAsync(static context => context.Request.Path == "/from"
            ? Redirect(context, "/to")
            : context.Response.WriteAsync($"{context.Request.Method} {context.Request.Headers.Authorization} {context.Request.Path}"));
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock(
            "ISupportsTenantInstallToken", "GetTenantInstallToken", $"$answer = Invoke-RestMethod {server.Url}/from -Method Post -Headers @{{ Authorization = 'Bearer t' }} {parameters}\n\"$answer\""));

        // PreserveHttpMethodOnRedirect keeps authorization only where PreserveAuthorizationOnRedirect says so.
        Assert.Equal(parameters == "-PreserveHttpMethodOnRedirect" ? expected.Replace("Bearer t", "", StringComparison.Ordinal) : expected, await integration.TokenAsync());
    }

    [Fact]
    public async Task A_loop_of_redirects_ends()
    {
        await using var server = await LoopbackServer.StartAsync(static context => Redirect(context, "/again"));
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"Invoke-RestMethod {server.Url}/from"));

        Assert.Contains("302 (Found)", (await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(51, host.Observer.Last.Requests.Count);
    }

    [Fact]
    public async Task A_connection_serves_many_calls()
    {
        var connections = new HashSet<string>();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            lock (connections)
            {
                connections.Add(context.Connection.Id);
            }

            return context.Response.WriteAsync("1");
        });
        await using var host = new TestHost();
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"[string](Invoke-RestMethod {server.Url}/a)"));

        for (var call = 0; call < 20; call++)
        {
            Assert.Equal("1", await integration.TokenAsync());
        }

        Assert.Single(connections);
    }

    [Fact]
    public async Task A_proxy_of_the_script_s_own_is_refused()
    {
        await using var host = new TestHost();

        Assert.Equal(
            ["Test.ps1(3,38): error IMMY122: Invoke-RestMethod -Proxy is refused: it takes another way than the host prescribes. Leave it out."],
            await host.RefusedAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", "Invoke-RestMethod http://127.0.0.1:1 -Proxy http://127.0.0.1:2")));
    }

    [Fact]
    public async Task A_proxy_of_a_web_session_is_refused()
    {
        // A constrained script cannot make a proxy in the first place.
        await using var host = new TestHost();
        var source = new IntegrationSource
        {
            Name = "Test",
            AllowFullLanguage = true,
            Script = Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", """
                $s = [Microsoft.PowerShell.Commands.WebRequestSession]::new()
                $s.Proxy = [System.Net.WebProxy]'http://127.0.0.1:2'
                Invoke-WebRequest http://127.0.0.1:1 -WebSession $s
                """),
        };
        await using var integration = await host.Services.GetRequiredService<IIntegrationLoader>().LoadAsync(source, host.Observer, TestContext.Current.CancellationToken);

        Assert.Equal(
            "Test.ps1(5,1): error IMMY603: Invoke-WebRequest takes no web session with a proxy: requests go the way that the host prescribes. Leave the web session's Proxy empty.",
            await Harness.Calls.FailureAsync(() => integration.TokenAsync()));
        Assert.Empty(host.Observer.Last.Requests);
    }

    [Fact]
    public async Task A_request_that_hangs_is_stopped_with_its_call()
    {
        await using var server = await LoopbackServer.StartAsync(static async context => await Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var host = new TestHost(static options => options.DefaultTimeout = TimeSpan.FromMilliseconds(300));
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"Invoke-RestMethod {server.Url}/slow"));

        var exception = await Assert.ThrowsAsync<BlockException>(() => integration.TokenAsync());

        Assert.Equal(RunOutcome.TimedOut, exception.Run.Outcome);
        Assert.Equal("stopped before there was an answer", Assert.Single(exception.Run.Requests).Error);
        Assert.Equal(0, integration.Sessions.Abandoned);
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }
}
