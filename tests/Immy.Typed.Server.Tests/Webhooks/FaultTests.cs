using System.Net.Sockets;
using System.Text;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Webhooks;

/// <summary>Senders that hang up, dawdle or overdo it, and more of them than the link has sessions.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sender_that_hangs_up_stops_the_script()
    {
        await using var server = await TestServer.StartAsync();
        await using var held = await Held.StartAsync();
        var hook = await Hook.CreateAsync(server, $"Invoke-RestMethod {held.Url} | Out-Null; [ObjectResult]::new('ok')");
        using (var sender = await ConnectAsync(hook))
        {
            await WriteAsync(sender, $"GET {hook.Address.AbsolutePath} HTTP/1.1\r\nHost: x\r\n\r\n");
            await held.Asked;
        }

        Assert.Equal("Cancelled The sender hung up; the script was stopped.", await hook.NewestRunAsync(1));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_and_headers_that_are_too_long_are_refused()
    {
        await using var server = await TestServer.StartAsync();
        var hook = await Hook.CreateAsync(server, "[ObjectResult]::new('ok')");
        using var slow = await ConnectAsync(hook);
        await WriteAsync(slow, $"POST {hook.Address.AbsolutePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{{");

        Assert.StartsWith("431", await Hook.TextAsync(await hook.PostAsync("{}", ("X-Long", new string('x', 40_000)))), StringComparison.Ordinal);
        Assert.StartsWith("431", await Hook.TextAsync(await hook.PostAsync("{}", [.. Enumerable.Range(0, 150).Select(static number => ($"X-{number}", "x"))])), StringComparison.Ordinal);
        using var reader = new StreamReader(new NetworkStream(slow));
        var answer = await reader.ReadToEndAsync(Token);
        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("Send it faster than 240 bytes a second.", answer, StringComparison.Ordinal);
        Assert.Equal("200 ok", await hook.AnswerAsync("{}"));
    }

    [Fact]
    public async Task More_requests_than_sessions_wait_and_more_than_the_queue_holds_are_refused()
    {
        await using var server = await TestServer.StartAsync(null, "--ImmyTyped:SessionsPerIntegration", "2", "--ImmyTyped:Pool:QueueLength", "3");
        await using var held = await Held.StartAsync();
        var hook = await Hook.CreateAsync(server, $"Invoke-RestMethod {held.Url} | Out-Null; [ObjectResult]::new('ok')");

        var requests = Enumerable.Range(0, 8).Select(_ => hook.PostAsync("{}")).ToList();
        var refused = new List<HttpResponseMessage>();
        for (var count = 0; count < 3; count++)
        {
            var one = await Task.WhenAny(requests.Where(request => !refused.Contains(request.IsCompleted ? request.Result : null!)));
            refused.Add(await one);
        }

        held.Release();
        var answers = await Task.WhenAll(requests);
        Assert.Equal((5, 3), (answers.Count(static answer => (int)answer.StatusCode == 200), answers.Count(static answer => (int)answer.StatusCode == 503)));
        Assert.All(refused, static answer => Assert.Equal((503, TimeSpan.FromSeconds(1)), ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta)));
    }

    private static async Task<Socket> ConnectAsync(Hook hook)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(hook.Address.Host, hook.Address.Port, Token);
        return socket;
    }

    private static async Task WriteAsync(Socket socket, string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text), Token);
}
