using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Security.People;
using Immy.Typed.Server.Tests.Harness;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Immy.Typed.Server.Tests.Security;

/// <summary>Answers tell browsers to trust them as little as possible.</summary>
public sealed class HeaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tenants")]
    [InlineData("tenants?limit=x")]
    [InlineData("nothing")]
    public async Task Answers_and_refusals_of_the_API_bear_strict_headers(string path)
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.Client.GetAsync(path, Token);

        foreach (var (name, value) in new[]
        {
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        })
        {
            Assert.Equal(value, Assert.Single(response.Headers.GetValues(name)));
        }

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there_and_the_cookie_too()
    {
        var folder = Directory.CreateTempSubdirectory("immy-certificate");
        var file = Path.Combine(folder.FullName, "immy.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=immy.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx), Token);
        await using var server = await TestServer.StartAsync(null, "--Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0", "--Kestrel:Endpoints:Https:Certificate:Path", file);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = static (_, _, _, _) => true, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(new Person { UserName = "Anna", Role = Role.Reader }, "correct horse battery");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "session") { Content = JsonContent.Create(new { userName = "Anna", password = "correct horse battery" }) };
        // Browsers are told nothing of the kind for the loopback address.
        request.Headers.Host = "immy.example";
        using var response = await client.SendAsync(request, Token);

        Assert.StartsWith("max-age=", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.EndsWith("; path=/; secure; samesite=strict; httponly", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
