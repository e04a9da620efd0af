using System.Net;
using System.Net.Sockets;
using System.Text;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Faults;

/// <summary>A remote system that is down, slow, cut off or talks garbage: what was known stays, and the run says why.</summary>
public sealed class RemoteFaultTests
{
    private const string Good = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 29\r\n\r\n[{\"id\":\"1\",\"name\":\"Contoso\"}]";

    [Theory]
    [InlineData("", "Acme.ps1(5,24): error IMMY202: ISupportsListingClients.GetClients wrote an error: The response ended prematurely. (ResponseEnded).")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n[{\"id\":\"1\",", "The response ended prematurely, with at least 489 additional bytes expected.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 12\r\n\r\n[{\"id\":\"1\",\"", "Acme.ps1(5,95): error IMMY202: ISupportsListingClients.GetClients wrote an error: Cannot bind argument to parameter 'ClientId' because it is null.")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: 13\r\n\r\n<html></html>", "Cannot bind argument to parameter 'ClientId' because it is null.")]
    [InlineData("\u0001\u0002garbage\r\n\r\n", "Received an invalid status line")]
    [InlineData("HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "Response status code does not indicate success: 503 (Busy).")]
    [InlineData("wait", "error IMMY212: ISupportsListingClients.GetClients ran longer than 10 seconds and was stopped.")]
    public async Task What_was_known_stays_and_the_run_says_why(string answer, string problem)
    {
        using var remote = new RawRemote();
        await using var server = await TestServer.StartAsync();
        var link = await LinkAsync(server, remote.Url, answer == "wait" ? 10 : 60);
        remote.Answer = Good;
        Assert.Equal(200, (await server.PostAsync($"{link}/clients/sync", new { })).Status);

        remote.Answer = answer;
        var (_, failed) = await server.PostAsync($"{link}/clients/sync", new { });

        Assert.Contains(problem, failed.GetProperty("message").GetString(), StringComparison.Ordinal);
        var run = (await server.ItemsAsync("runs?kind=ClientSync"))[0];
        Assert.Contains(problem, run.GetProperty("message").GetString(), StringComparison.Ordinal);
        var client = Assert.Single(await server.ItemsAsync($"{link}/clients"));
        Assert.Equal(("Contoso", null), (client.GetProperty("name").GetString(), client.GetProperty("goneAt").GetString()));

        remote.Answer = Good;
        Assert.Null((await server.PostAsync($"{link}/clients/sync", new { })).Answer.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_remote_system_that_is_down_is_named()
    {
        using var remote = new RawRemote();
        await using var server = await TestServer.StartAsync();
        var link = await LinkAsync(server, remote.Url, 60);
        remote.Dispose();

        var (_, failed) = await server.PostAsync($"{link}/clients/sync", new { });
        Assert.Contains("IMMY202: ISupportsListingClients.GetClients wrote an error: Connection refused", failed.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    // Only who waits for an answer that never comes is to be stopped; the others have time, also on a busy machine.
    private static string Script(int seconds) => $$"""
        $Integration = New-DynamicIntegration -Init { param([string]$Path) [OpResult]::Ok() } -HealthCheck { New-HealthyResult }
        $Integration | Add-DynamicIntegrationCapability ISupportsListingClients -GetClients {
            [ScriptTimeout(TimeoutSeconds = {{seconds}})]
            param()
            foreach ($item in (Invoke-RestMethod $providerTypeFormData.Path)) { New-IntegrationClient $item.id $item.name }
        }
        return $Integration
        """;

    private static async Task<string> LinkAsync(TestServer server, string path, int seconds)
    {
        var (_, type) = await server.PostAsync("integration-types", new { name = "Acme", script = Script(seconds) });
        var (_, link) = await server.PostAsync("provider-links", new { integrationTypeId = type.GetProperty("id").GetString(), name = "Acme", values = new { Path = path } });
        return $"provider-links/{link.GetProperty("id").GetString()}";
    }

    /// <summary>Answers each connection with the very bytes that a test says; <c>wait</c> for none at all.</summary>
    private sealed class RawRemote : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();

        public RawRemote()
        {
            _listener.Start();
            Url = $"http://{_listener.LocalEndpoint}/";
            _ = AcceptAsync();
        }

        public string Answer { get; set; } = "";

        public string Url { get; }

        public void Dispose()
        {
            _end.Cancel();
            _listener.Dispose();
        }

        private async Task AcceptAsync()
        {
            while (!_end.IsCancellationRequested)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_end.Token);
                var stream = connection.GetStream();
                _ = await stream.ReadAsync(new byte[4096], _end.Token);
                if (Answer == "wait")
                {
                    // Until the script gives up and hangs up.
                    _ = await stream.ReadAsync(new byte[1], _end.Token);
                    continue;
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer), _end.Token);
            }
        }
    }
}
