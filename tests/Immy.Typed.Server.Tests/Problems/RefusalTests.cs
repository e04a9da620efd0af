using System.Net.Http.Headers;
using System.Text;
using Immy.Typed.Server.Tests.Harness;

namespace Immy.Typed.Server.Tests.Problems;

/// <summary>A request that no endpoint can take is told why, as problem+json like every other refusal.</summary>
public sealed class RefusalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_endpoint_takes_is_refused_with_what_it_would_take()
    {
        await using var server = await TestServer.StartAsync(null, "--Server:RequestBodyBytes", "1000");
        const string needsBody = "The request needs a body. Send the body as JSON, with the header Content-Type: application/json. Its fields are at /reference.";
        var refusals = new (HttpMethod Method, string Path, string? Type, string? Body, int Status, string Detail)[]
        {
            (HttpMethod.Get, "tenant", null, null, 404, "There is nothing at /api/v1/tenant. Did you mean /api/v1/tenants?"),
            (HttpMethod.Get, "tenants/x/y", null, null, 404, "There is nothing at /api/v1/tenants/x/y. What is there below /api/v1/tenants stands in docs/server.md."),
            (HttpMethod.Delete, "tenants", null, null, 405, "/api/v1/tenants does not take DELETE. It takes GET, POST."),
            (HttpMethod.Post, "tenants", "text/plain", "x", 415, "Send the body as JSON, with the header Content-Type: application/json."),
            (HttpMethod.Post, "tenants", "application/json", new string('x', 1001), 413, "The body is too large: at most 1000 bytes are taken. Send less, or let an administrator raise Server:RequestBodyBytes."),
            (HttpMethod.Post, "tenants", null, null, 400, needsBody),
            (HttpMethod.Post, "tenants", "application/json", "null", 400, needsBody),
        };

        foreach (var (method, path, type, body, status, detail) in refusals)
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
            {
                request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type!));
                // Else the server closes the connection while the body is still on its way.
                request.Headers.ExpectContinue = true;
            }

            using var response = await server.Client.SendAsync(request, Token);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var answer = await Answer.OfAsync(response);
            Assert.Equal((status, detail), (answer.Status, answer.Detail));
        }
    }

    [Fact]
    public async Task A_path_outside_of_the_API_is_refused_with_the_way_to_the_API()
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.Client.GetAsync(new Uri("/zzz", UriKind.Relative), Token);
        var answer = await Answer.OfAsync(response);

        Assert.Equal(404, answer.Status);
        Assert.StartsWith("There is nothing at /zzz. The API is at /api/v1: ", answer.Detail, StringComparison.Ordinal);
        Assert.Contains(" tenants", answer.Detail, StringComparison.Ordinal);
    }
}
